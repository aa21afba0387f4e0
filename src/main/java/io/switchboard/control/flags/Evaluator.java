package io.switchboard.control.flags;

import java.util.HashMap;
import java.util.Map;

/** What a flag is for somebody. Nothing but the flag and the context has a say. */
final class Evaluator {

    private Evaluator() {}

    static Evaluation evaluate(Flag flag, FlagContext context) {
        if (!flag.on()) {
            return of(flag, false, Reason.DISABLED, Map.of());
        }
        int bucket = Bucket.of(flag.key().value(), context.tenant().value());
        return flag.rules().stream()
                .filter(rule -> isAbout(rule.target(), context, bucket))
                .findFirst()
                .map(rule -> ruled(flag, rule, bucket))
                .orElseGet(() -> of(flag, flag.byDefault(), Reason.DEFAULT, Map.of()));
    }

    private static boolean isAbout(Target target, FlagContext context, int bucket) {
        return switch (target) {
            case Target.OneTenant(var tenant) -> tenant.equals(context.tenant());
            case Target.InCohort(var cohort) -> context.cohorts().contains(cohort);
            case Target.Share(int percent) -> bucket <= percent;
        };
    }

    private static Evaluation ruled(Flag flag, Rule rule, int bucket) {
        return switch (rule.target()) {
            case Target.OneTenant one -> of(flag, rule.serve(), Reason.TARGETING_MATCH, Map.of("rule", one.code()));
            case Target.InCohort in -> of(flag, rule.serve(), Reason.TARGETING_MATCH, Map.of("rule", in.code()));
            case Target.Share share ->
                of(flag, rule.serve(), Reason.SPLIT, Map.of("rule", share.code(), "bucket", bucket));
        };
    }

    private static Evaluation of(Flag flag, boolean value, Reason reason, Map<String, Object> why) {
        var metadata = new HashMap<>(why);
        metadata.put("version", flag.version());
        return new Evaluation(flag.key(), value, reason, metadata);
    }
}
