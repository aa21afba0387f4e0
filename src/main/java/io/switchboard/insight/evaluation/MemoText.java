package io.switchboard.insight.evaluation;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a memo's signed bytes say, for a page. */
public record MemoText(String days, List<Line> criteria, List<Line> metrics) {

    public record Line(String name, String stands, String says) {}

    public static MemoText of(Memo memo) {
        var facts = JsonMapper.shared().readTree(memo.payload());
        var days = facts.path("evaluation");
        return new MemoText(
                text(days, "beginsOn") + " to " + text(days, "lastDay"),
                facts.path("criteria").valueStream().map(MemoText::criterion).toList(),
                facts.path("metrics").valueStream().map(MemoText::metric).toList());
    }

    private static Line criterion(JsonNode each) {
        return new Line(text(each, "title"), each.path("met").asBoolean() ? "met" : "open", text(each, "says"));
    }

    private static Line metric(JsonNode each) {
        return new Line(text(each, "title"), text(each, "value"), text(each, "before"));
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asString("");
    }
}
