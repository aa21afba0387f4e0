package io.switchboard.insight.success;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The receipts that a figure is made of, as a page below the tenant's: {@code receipts?action=…}. */
public record Drill(String title, String page) {

    static Drill of(Metric.Behind behind, Metric metric, Success success) {
        var filter = new TreeMap<String, String>();
        behind.action().ifPresent(action -> filter.put("action", action.value()));
        filter.put("outcome", behind.outcome().wire());
        behind.by().ifPresent(type -> filter.put("by", type.wire()));
        if (metric == Metric.ACTIVE_PEOPLE) {
            filter.put("from", success.asOf().minus(Presences.WEEK).toString());
        } else {
            filter.put("from", success.from().toString());
            filter.put("to", Book.day(success.asOf()).toString());
        }
        return new Drill(behind.title(), page(filter));
    }

    /** What a person did since then. */
    public static Drill ofPerson(String actor, Instant since) {
        return new Drill(
                "Receipts",
                page(new TreeMap<>(
                        Map.of("actor", actor, "outcome", "allowed", "from", since.toString(), "by", "user"))));
    }

    private static String page(TreeMap<String, String> filter) {
        return "receipts?"
                + filter.entrySet().stream()
                        .map(value ->
                                value.getKey() + "=" + URLEncoder.encode(value.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
    }
}
