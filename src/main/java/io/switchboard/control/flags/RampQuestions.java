package io.switchboard.control.flags;

import io.switchboard.control.approvals.Evidence;
import io.switchboard.control.approvals.Question;
import io.switchboard.control.approvals.Tally;
import io.switchboard.control.approvals.Terms;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.Role;
import io.switchboard.kernel.Sha256;
import io.switchboard.platform.identity.RolesNow;
import io.switchboard.platform.tenancy.PlatformTenant;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What an approver of a ramp's next step is asked, and by whom. */
@Component
class RampQuestions {

    private final RolesNow rolesNow;
    private final FlagRows flags;
    private final RampSight sight;
    private final PlatformTenant platform;

    RampQuestions(RolesNow rolesNow, FlagRows flags, RampSight sight, PlatformTenant platform) {
        this.rolesNow = rolesNow;
        this.flags = flags;
        this.sight = sight;
        this.platform = platform;
    }

    /** The same for everything that stays the same; another one each time it is resumed, so that a no can be asked about again. */
    Question of(Ramp ramp) {
        var bound = String.join(
                "\n",
                "ramp",
                ramp.flag().value(),
                String.valueOf(ramp.number()),
                ramp.plan().code(),
                "after step " + (ramp.step() + 1),
                "attempt " + ramp.attempt() + " of event "
                        + ramp.events().stream()
                                .filter(event -> event.kind().begins())
                                .count());
        return new Question(RampDesk.RAMP, Sha256.of(bound), sentence(ramp), tallies(ramp)).on(terms(ramp));
    }

    private Terms terms(Ramp ramp) {
        var terms = Terms.USUAL.undoneBy(
                "Roll back on the page of the flag: share and cohorts are what they were before the ramp, at once.");
        return sight.of(ramp)
                .guardrail()
                .map(it -> terms.with(Evidence.of("The guardrail says: " + it.says())))
                .orElseGet(() -> terms.with(Evidence.of("No guardrail watches this ramp.")));
    }

    private static String sentence(Ramp ramp) {
        int next = ramp.step() + 1;
        var from = ramp.plan().steps().get(ramp.step()).target();
        var to = ramp.isLast(ramp.step())
                ? "ends, and stays at " + words(from)
                : "goes from " + words(from) + " to "
                        + words(ramp.plan().steps().get(next).target());
        return "The ramp of the flag " + ramp.flag() + " " + to + ".";
    }

    static String words(Target target) {
        return switch (target) {
            case Target.Share(int percent) -> percent + " %";
            case Target.InCohort(var cohort) -> "the cohort " + cohort;
            case Target.OneTenant(var tenant) -> "the tenant " + tenant;
        };
    }

    private List<Tally> tallies(Ramp ramp) {
        var now = flags.load();
        var flag = now.find(ramp.flag()).orElseThrow();
        int step = ramp.isLast(ramp.step()) ? ramp.step() : ramp.step() + 1;
        var then = Snapshot.of(now.revision(), List.of(flag.ruled(RampRules.at(ramp, step, flag.rules()))));
        var cohorts = new Snapshot(now.revision(), then.flags(), now.cohorts());
        return List.of(
                new Tally(
                        "tenants.now",
                        "tenants have it",
                        sight.reached(now, ramp.flag()).size()),
                new Tally(
                        "tenants.then",
                        "tenants would have it",
                        sight.reached(cohorts, ramp.flag()).size()));
    }

    /** With the roles held now: a role that was taken meanwhile asks nothing any more. */
    Caller asker(Ramp ramp) {
        return rolesNow.of(new Caller(platform.id(), ramp.responsible(), Set.of(Role.PLATFORM_ADMIN)));
    }
}
