package io.switchboard.control.flags;

import io.switchboard.control.enforcement.Effect;
import io.switchboard.control.receipts.Subject;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/** Inside a governed change: the new definition, the row of the change, and what the receipt says about it. */
@Component
class FlagWriting {

    private final FlagRows rows;
    private final Clock clock;

    FlagWriting(FlagRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** Time does not run backwards: a change of a node whose clock is behind counts as of the one before. */
    private Instant locked() {
        var now = clock.instant();
        var last = rows.lock(now);
        return last.isAfter(now) ? last : now;
    }

    Effect<Flag> created(FlagKey key, FlagDraft draft, Actor by) {
        var now = locked();
        FlagChanges.require(
                rows.flag(key).isEmpty(), "key-taken", "There is a flag " + key + " already. Choose another key.");
        var flag = Flag.fresh(key, draft, now);
        return written(Optional.empty(), flag, ChangeKind.CREATED, "", by);
    }

    Effect<Flag> changed(FlagKey key, ChangeKind kind, String reason, Actor by, UnaryOperator<Flag> change) {
        var now = locked();
        var before = rows.flag(key).orElseThrow();
        var after = change.apply(before);
        FlagChanges.require(
                !after.equals(before), "nothing-changed", "The flag is like that already; nothing was changed.");
        var next = after.next(now);
        return written(Optional.of(before), next, kind, reason, by);
    }

    Effect<Cohort> enlisted(CohortKey key, int version, String title, Set<TenantId> tenants, Actor by) {
        var now = locked();
        var before = rows.cohort(key);
        FlagChanges.require(
                before.map(Cohort::version).orElse(0) == version,
                before.isPresent() && version == 0 ? "key-taken" : "changed-meanwhile",
                "There is a cohort " + key + " at version "
                        + before.map(Cohort::version).orElse(0) + ". Look at it again.");
        var after = new Cohort(key, title, tenants, version + 1, now);
        return written(before, after, before.isEmpty() ? ChangeKind.CREATED : ChangeKind.ENLISTED, "", by);
    }

    private <T extends Defined> Effect<T> written(
            Optional<? extends Defined> before, T after, ChangeKind kind, String reason, Actor by) {
        var said = Optional.of(reason).filter(words -> !words.isEmpty());
        rows.write(after, kind, said, by);
        var differences = Difference.between(before, after);
        var facts = Difference.facts(differences);
        facts.put("change", kind.wire());
        facts.put("version", (long) after.version());
        var disclosed = new HashMap<String, String>();
        disclosed.put("diff", Difference.text(differences));
        said.ifPresent(words -> disclosed.put("reason", words));
        return Effect.of(after, Subject.atVersion(type(after), after.name(), after.version()))
                .withFacts(facts)
                .withDisclosures(disclosed);
    }

    private static String type(Defined defined) {
        return switch (defined) {
            case Flag _ -> FlagChanges.FLAG;
            case Cohort _ -> FlagChanges.COHORT_TYPE;
        };
    }
}
