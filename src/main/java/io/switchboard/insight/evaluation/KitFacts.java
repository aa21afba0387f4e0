package io.switchboard.insight.evaluation;

import io.switchboard.kernel.ReceiptId;
import io.switchboard.operations.onboarding.Checklist;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An evaluation as JSON, for plan and memo alike: {@code evaluation}, {@code asOf}, {@code met}, and lists of what stands how, each with the receipt that shows it where there is one. */
final class KitFacts {

    private KitFacts() {}

    static Map<String, Object> of(EvaluationKit kit) {
        var evaluation = kit.evaluation();
        return Map.of(
                "evaluation",
                        Map.of(
                                "beginsOn", evaluation.beginsOn().toString(),
                                "lastDay", evaluation.lastDay().toString(),
                                "day", evaluation.day(kit.asOf()),
                                "days", Evaluation.DAYS),
                "asOf", kit.asOf().toString(),
                "met", kit.met(),
                "criteria", list(kit.criteria(), KitFacts::criterion),
                "integrations", list(kit.integrations(), KitFacts::integration),
                "setup", list(kit.checklist().items(), KitFacts::step),
                "reports", list(kit.reports(), KitFacts::report),
                "metrics", list(kit.metrics(), KitFacts::metric));
    }

    private static <T> List<Map<String, Object>> list(
            List<T> each, java.util.function.Function<T, Map<String, Object>> json) {
        return each.stream().map(json).toList();
    }

    private static Map<String, Object> criterion(Criterion each) {
        return with(
                each.proof(),
                Map.of(
                        "id", each.id(),
                        "title", each.title(),
                        "definition", each.definition(),
                        "met", each.met(),
                        "says", each.says()));
    }

    private static Map<String, Object> integration(Integration each) {
        return with(
                each.proof(),
                Map.of("title", each.title(), "state", each.state().words(), "says", each.says()));
    }

    private static Map<String, Object> step(Checklist.Item each) {
        return with(
                each.completion().map(done -> done.proof().receipt().id()),
                Map.of(
                        "id", each.step().wire(),
                        "title", each.step().title(),
                        "says", each.step().sentence(),
                        "state", words(each.state())));
    }

    private static String words(Checklist.State state) {
        return switch (state) {
            case DONE -> "done";
            case OPEN -> "open";
            case EXCEPTED -> "does not apply";
            case NOT_YET -> "not possible yet";
        };
    }

    private static Map<String, Object> report(WeeklyReport each) {
        return with(each.received(), Map.of("week", each.week(), "over", each.over(), "made", each.made()));
    }

    private static Map<String, Object> metric(SuccessMetric each) {
        return Map.of(
                "id", each.id(),
                "title", each.title(),
                "definition", each.definition(),
                "value", each.value(),
                "before", each.before());
    }

    private static Map<String, Object> with(Optional<ReceiptId> receipt, Map<String, Object> facts) {
        Map<String, Object> all = new HashMap<>(facts);
        receipt.ifPresent(id -> all.put("receipt", id.value()));
        return all;
    }
}
