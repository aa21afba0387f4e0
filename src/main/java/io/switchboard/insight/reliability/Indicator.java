package io.switchboard.insight.reliability;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** A service level indicator (SLI): good events of all that count. The definitions are shown as they stand here; ids do not change. */
public enum Indicator {
    AVAILABILITY(
            "availability",
            "Availability",
            "requests",
            99_900,
            "Requests for the tenant's pages, its API and its sign-in that were answered without a fault of the portal (a status of 500 or more, or its page for one), of all. A page that asks"
                    + " by itself what is new (polls, heartbeats), files that are the same for everybody, public files of the log, health and metrics do not count."),
    LATENCY(
            "latency",
            "Latency",
            "requests",
            99_000,
            "Requests that were answered within 1 second, of those that were answered without a fault. Uploads and files made for a page do not count: how long they take is their size's and the line's."),
    RECEIPT_INTEGRATION(
            "receipt-integration",
            "Receipt integration",
            "receipts",
            99_900,
            "Receipts that were under a signed checkpoint of the tenant's log within 60 seconds from when they occurred, of all. One that has waited longer and is under none yet counts as late.");

    /** An answer is quick up to this. */
    static final Duration QUICK = Duration.ofSeconds(1);

    /** A receipt is integrated in time up to this. */
    static final Duration IN_TIME = Duration.ofSeconds(60);

    private final String id;
    private final String title;
    private final String counted;
    private final int usual;
    private final String definition;

    Indicator(String id, String title, String counted, int usual, String definition) {
        this.id = id;
        this.title = title;
        this.counted = counted;
        this.usual = usual;
        this.definition = definition;
    }

    public String id() {
        return id;
    }

    public String title() {
        return title;
    }

    /** What the events are, in the plural. */
    public String counted() {
        return counted;
    }

    public String definition() {
        return definition;
    }

    /** Where nobody has set another. */
    Target usualTarget() {
        return new Target(usual);
    }

    public static Optional<Indicator> parse(String id) {
        return Arrays.stream(values())
                .filter(indicator -> indicator.id.equals(id))
                .findFirst();
    }
}
