package io.switchboard.control.flags;

import io.switchboard.control.enforcement.ChangeFailure;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.EnforcementPoint;
import io.switchboard.control.enforcement.GovernedAction;
import io.switchboard.control.policy.ResourceRef;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.TenantId;
import io.switchboard.platform.identity.Members;
import io.switchboard.platform.tenancy.PlatformTenant;
import io.switchboard.platform.tenancy.Tenants;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;

/** Changes of flags and cohorts: each is governed, has its difference in its receipt, and is served on this node when it returns, on others within two seconds. */
@Service
public class FlagChanges {

    public static final ActionId CREATE = new ActionId("flags.create");
    public static final ActionId CHANGE = new ActionId("flags.change");
    public static final ActionId KILL = new ActionId("flags.kill");
    public static final ActionId RESTORE = new ActionId("flags.restore");
    public static final ActionId COHORT = new ActionId("flags.change-cohort");

    public static final int LONGEST_REASON = 500;
    public static final int MOST_RULES = 50;

    static final String FLAG = "Flag";
    static final String COHORT_TYPE = "Cohort";

    private final EnforcementPoint enforcement;
    private final FlagWriting writing;
    private final FlagRows rows;
    private final RampRows ramps;
    private final KnownFlags known;
    private final PlatformTenant platform;
    private final Members members;
    private final Tenants tenants;

    FlagChanges(
            EnforcementPoint enforcement,
            FlagWriting writing,
            FlagRows rows,
            RampRows ramps,
            KnownFlags known,
            PlatformTenant platform,
            Members members,
            Tenants tenants) {
        this.enforcement = enforcement;
        this.writing = writing;
        this.rows = rows;
        this.ramps = ramps;
        this.known = known;
        this.platform = platform;
        this.members = members;
        this.tenants = tenants;
    }

    /** A new flag is on for whom its rules say so, and it has none yet. */
    public Enforced<Flag> create(Caller caller, FlagKey key, FlagDraft draft) {
        return served(enforcement.perform(on(caller, CREATE, key), () -> {
            requireHere(caller);
            requireDraft(draft);
            return writing.created(key, draft, caller.actor());
        }));
    }

    /** {@code version} is that of the flag that the change was made for, here and below; somebody else's change in between is not overwritten. */
    public Optional<Enforced<Flag>> describe(Caller caller, FlagKey key, int version, FlagDraft draft) {
        return change(caller, CHANGE, key, version, ChangeKind.DESCRIBED, "", flag -> {
            requireDraft(draft);
            return flag.described(draft);
        });
    }

    public Optional<Enforced<Flag>> rule(Caller caller, FlagKey key, int version, List<Rule> rules, String reason) {
        return change(caller, CHANGE, key, version, ChangeKind.RULED, reason, flag -> {
            requireRules(rules);
            requireFree(flag, rules);
            return flag.ruled(rules);
        });
    }

    /** Off for everybody, at once. Whatever else was changed in between: this is for when it burns. */
    public Optional<Enforced<Flag>> kill(Caller caller, FlagKey key, String reason) {
        return switched(caller, KILL, key, ChangeKind.KILLED, false, reason);
    }

    /** Back to what its rules say. */
    public Optional<Enforced<Flag>> restore(Caller caller, FlagKey key, String reason) {
        return switched(caller, RESTORE, key, ChangeKind.RESTORED, true, reason);
    }

    private Optional<Enforced<Flag>> switched(
            Caller caller, ActionId action, FlagKey key, ChangeKind kind, boolean to, String reason) {
        return visible(caller, key)
                .map(_ -> perform(caller, action, key, kind, reason, flag -> {
                    require(!reason.isBlank(), "no-reason", "Say why in 1 to " + LONGEST_REASON + " characters.");
                    return flag.switched(to);
                }));
    }

    private Optional<Enforced<Flag>> change(
            Caller caller,
            ActionId action,
            FlagKey key,
            int version,
            ChangeKind kind,
            String reason,
            UnaryOperator<Flag> change) {
        return visible(caller, key)
                .map(_ -> perform(caller, action, key, kind, reason, flag -> {
                    require(
                            flag.version() == version,
                            "changed-meanwhile",
                            "The flag was changed meanwhile: it is at version " + flag.version()
                                    + ", this was made for " + version + ". Look at it again.");
                    return change.apply(flag);
                }));
    }

    private Enforced<Flag> perform(
            Caller caller, ActionId action, FlagKey key, ChangeKind kind, String reason, UnaryOperator<Flag> change) {
        return served(enforcement.perform(on(caller, action, key), () -> {
            require(
                    reason.length() <= LONGEST_REASON,
                    "reason-too-long",
                    "A reason has at most " + LONGEST_REASON + " characters. Shorten it.");
            return writing.changed(key, kind, reason.strip(), caller.actor(), change);
        }));
    }

    private Optional<Flag> visible(Caller caller, FlagKey key) {
        return platform.is(caller.tenant()) ? rows.flag(key) : Optional.empty();
    }

    /** A new cohort, or another title and other tenants for one that exists: then {@code version} is its, else 0. */
    public Enforced<Cohort> enlist(Caller caller, CohortKey key, int version, String title, Set<TenantId> members) {
        var action = GovernedAction.of(caller, COHORT, ResourceRef.of(COHORT_TYPE, key.value()));
        return served(enforcement.perform(action, () -> {
            requireHere(caller);
            requireTitle(title);
            members.forEach(this::requireTenant);
            return writing.enlisted(key, version, title.strip(), members, caller.actor());
        }));
    }

    private static GovernedAction on(Caller caller, ActionId action, FlagKey key) {
        return GovernedAction.of(caller, action, ResourceRef.of(FLAG, key.value()));
    }

    private <T> Enforced<T> served(Enforced<T> ended) {
        known.refresh();
        return ended;
    }

    private void requireHere(Caller caller) {
        require(
                platform.is(caller.tenant()),
                "not-here",
                "Flags and cohorts belong to the tenant platform. Sign in there.");
    }

    private void requireDraft(FlagDraft draft) {
        requireTitle(draft.title());
        draft.owner()
                .ifPresent(owner -> require(
                        members.find(platform.id(), owner).isPresent(),
                        "unknown-owner",
                        "The owner is no member of the platform. Choose one who is."));
    }

    private static void requireTitle(String title) {
        require(
                !title.isBlank() && title.length() <= FlagDraft.LONGEST_TITLE,
                "bad-title",
                "A title has 1 to " + FlagDraft.LONGEST_TITLE + " characters.");
    }

    /** What a ramp sets is set by nobody else as long as it is active. */
    private void requireFree(Flag flag, List<Rule> rules) {
        ramps.active(flag.key())
                .filter(ramp -> RampRules.touches(ramp, flag.rules(), rules))
                .ifPresent(ramp -> {
                    throw new ChangeFailure(
                            "ramp-runs",
                            "A ramp is " + ramp.state().words()
                                    + " and sets the share and the cohorts of its steps. Move the ramp, roll it back or let it end; other rules can be changed meanwhile.");
                });
    }

    private void requireRules(List<Rule> rules) {
        require(rules.size() <= MOST_RULES, "too-many-rules", "A flag has at most " + MOST_RULES + " rules.");
        rules.forEach(rule -> requireTarget(rule.target()));
    }

    private void requireTarget(Target target) {
        switch (target) {
            case Target.OneTenant(var tenant) -> requireTenant(tenant);
            case Target.InCohort(var cohort) ->
                require(
                        rows.cohort(cohort).isPresent(),
                        "unknown-cohort",
                        "There is no cohort " + cohort + ". Make it first.");
            case Target.Share _ -> {}
        }
    }

    private void requireTenant(TenantId tenant) {
        require(tenants.find(tenant).isPresent(), "unknown-tenant", "There is no tenant " + tenant + ".");
    }

    static void require(boolean condition, String code, String message) {
        if (!condition) {
            throw new ChangeFailure(code, message);
        }
    }
}
