package io.switchboard.insight.evaluation;

import io.switchboard.platform.documents.Brief.Line;
import io.switchboard.platform.documents.Brief.Mark;
import io.switchboard.platform.documents.Brief.Part;
import io.switchboard.platform.documents.Brief.Table;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** What {@link KitFacts} say, as parts of a document: it prints what stands in the JSON and nothing else. */
final class KitParts {

    private KitParts() {}

    static Part criteria(JsonNode facts) {
        long met = facts.path("met").asLong();
        int all = facts.path("criteria").size();
        return Part.of(
                        "Exit criteria",
                        table(
                                List.of("Criterion", "Stands", "How it stands", "Receipt"),
                                facts.path("criteria"),
                                each -> new Line(
                                        text(each, "title"),
                                        each.path("met").asBoolean() ? "met" : "open",
                                        text(each, "says"),
                                        text(each, "receipt"))))
                .standing(met == all ? Mark.FINE : Mark.OPEN, met + " of " + all + " met");
    }

    static Part setup(JsonNode facts) {
        return standing(
                "Onboarding checklist", List.of("Step", "Stands", "What it is", "Receipt"), facts.path("setup"));
    }

    static Part integrations(JsonNode facts) {
        return standing(
                "Integrations",
                List.of("Integration", "Stands", "How it stands", "Receipt"),
                facts.path("integrations"));
    }

    private static Part standing(String title, List<String> columns, JsonNode list) {
        return Part.of(
                title,
                table(
                        columns,
                        list,
                        each -> new Line(
                                text(each, "title"), text(each, "state"), text(each, "says"), text(each, "receipt"))));
    }

    static Part reports(JsonNode facts) {
        return Part.of(
                "Weekly Trust Reports",
                table(
                        List.of("Week", "Made", "Received", "Receipt"),
                        facts.path("reports"),
                        each -> new Line(text(each, "week"), made(each), received(each), text(each, "receipt"))));
    }

    private static String made(JsonNode week) {
        if (week.path("made").asBoolean()) {
            return "made";
        }
        return week.path("over").asBoolean() ? "not made" : "not over yet";
    }

    private static String received(JsonNode week) {
        return week.has("receipt") ? "Taken along, or taken by a destination of the tenant." : "Not received.";
    }

    static Part metrics(JsonNode facts) {
        return Part.of(
                        "Success metrics",
                        table(
                                List.of("Metric", "Last 30 days", "What is counted", "30 days before"),
                                facts.path("metrics"),
                                each -> new Line(
                                        text(each, "title"),
                                        text(each, "value"),
                                        text(each, "definition"),
                                        text(each, "before"))))
                .saying(
                        "Computed from the receipts, by the definitions of the success dashboard; – where nothing happened that could be counted.");
    }

    private static Table table(List<String> columns, JsonNode list, Function<JsonNode, Line> line) {
        return new Table(columns, list.valueStream().map(line).toList());
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asString("");
    }
}
