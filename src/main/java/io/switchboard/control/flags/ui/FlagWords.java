package io.switchboard.control.flags.ui;

import io.switchboard.control.flags.Evaluation;
import io.switchboard.control.flags.Flag;
import io.switchboard.control.flags.Rule;
import io.switchboard.control.flags.Snapshot;
import io.switchboard.control.flags.Target;
import io.switchboard.control.flags.Variant;
import io.switchboard.platform.components.StateTag;
import io.switchboard.platform.components.StateTag.Tone;
import io.switchboard.platform.tenancy.Tenant;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** How flags, rules and reasons are said. */
final class FlagWords {

    private static final DateTimeFormatter EXACT = DateTimeFormatter.ofPattern(
                    "d MMM yyyy, HH:mm:ss 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private FlagWords() {}

    static String exact(Instant at) {
        return EXACT.format(at);
    }

    /** Killed, on for everybody, for nobody, or for some. */
    static StateTag state(Flag flag, Snapshot snapshot, List<Tenant> tenants) {
        if (!flag.on()) {
            return new StateTag(Tone.DANGER, "switched off");
        }
        long on = reached(flag, snapshot, tenants);
        if (on == tenants.size()) {
            return new StateTag(Tone.SUCCESS, "on for all");
        }
        return on == 0
                ? new StateTag(Tone.NEUTRAL, "off for all")
                : new StateTag(Tone.INFO, "on for " + on + " of " + tenants.size());
    }

    private static long reached(Flag flag, Snapshot snapshot, List<Tenant> tenants) {
        return tenants.stream()
                .flatMap(tenant -> snapshot.evaluate(flag.key(), tenant.id()).stream())
                .filter(Evaluation::value)
                .count();
    }

    static StateTag value(boolean value) {
        return new StateTag(value ? Tone.SUCCESS : Tone.NEUTRAL, Variant.of(value));
    }

    static String target(Target target, TenantNames names) {
        return switch (target) {
            case Target.OneTenant(var tenant) -> names.of(tenant);
            case Target.InCohort(var cohort) -> "cohort " + cohort;
            case Target.Share(int percent) -> percent + " % of tenants";
        };
    }

    static String rule(Rule rule, TenantNames names) {
        return target(rule.target(), names) + ": " + Variant.of(rule.serve());
    }

    static String reason(Evaluation evaluation) {
        var code = String.valueOf(evaluation.metadata().getOrDefault("rule", ""));
        return switch (evaluation.reason()) {
            case TARGETING_MATCH -> code.startsWith("cohort:") ? "by its cohort" : "by a rule of its own";
            case SPLIT -> "place " + evaluation.metadata().get("bucket") + " of 100";
            case DISABLED -> "the kill switch";
            case DEFAULT -> "no rule is about it";
            case STALE -> "last known value";
            case ERROR -> "no value";
        };
    }
}
