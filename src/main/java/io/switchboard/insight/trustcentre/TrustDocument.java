package io.switchboard.insight.trustcentre;

import java.util.Arrays;
import java.util.Optional;

/** What a trust centre can list. The wire form is permanent: receipts, addresses and rows have it. */
public enum TrustDocument {
    POSTURE_PACK(
            "posture-pack",
            "Posture pack",
            "Claims about how governance is done, each with what was looked at to check it and how it came out."),
    POSTURE_ONE_PAGER("posture-one-pager", "Posture one-pager", "The same in short, on one page."),
    TRUST_REPORT(
            "trust-report",
            "Weekly Trust Report",
            "The latest whole week under policy: incidents, governed actions, keys, retention, service levels.");

    private final String wire;
    private final String title;
    private final String says;

    TrustDocument(String wire, String title, String says) {
        this.wire = wire;
        this.title = title;
        this.says = says;
    }

    public String wire() {
        return wire;
    }

    public String title() {
        return title;
    }

    public String says() {
        return says;
    }

    public static Optional<TrustDocument> parse(String wire) {
        return Arrays.stream(values()).filter(it -> it.wire.equals(wire)).findFirst();
    }
}
