package io.switchboard.control.flags;

import io.switchboard.control.enforcement.Viewing;
import io.switchboard.control.policy.Decision;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.TenantId;
import io.switchboard.platform.tenancy.PlatformTenant;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * The flags for whoever looks at them: in the tenant {@code platform} all of it, in any other what each flag is for this tenant. Looking leaves no receipt. What is shown is what this node
 * serves.
 */
@Service
public class FlagDesk {

    public static final ActionId VIEW = new ActionId("flags.view");
    public static final ActionId EVALUATE = new ActionId("flags.evaluate");

    private static final int MOST = 500;

    private final Viewing viewing;
    private final KnownFlags known;
    private final FlagRows rows;
    private final PlatformTenant platform;

    FlagDesk(Viewing viewing, KnownFlags known, FlagRows rows, PlatformTenant platform) {
        this.viewing = viewing;
        this.known = known;
        this.rows = rows;
        this.platform = platform;
    }

    /** Whether flags are managed in this tenant. */
    public boolean isHere(TenantId tenant) {
        return platform.is(tenant);
    }

    /** The decision that stands against looking; empty for whoever may. */
    public Optional<Decision> againstViewing(Caller caller) {
        return viewing.against(caller, VIEW, FlagChanges.FLAG);
    }

    /** Whether there is a flag of this name; no secret, and nothing about how it stands. */
    public boolean isDefined(String key) {
        return FlagKey.isValid(key)
                && known.snapshot()
                        .flatMap(flags -> flags.find(new FlagKey(key)))
                        .isPresent();
    }

    /** Everything, as it is served now. */
    public Snapshot now(Caller caller) {
        viewing.require(caller, VIEW, FlagChanges.FLAG);
        return isHere(caller.tenant()) ? known.snapshot().orElse(Snapshot.EMPTY) : Snapshot.EMPTY;
    }

    /** Everything, as it stood then; from the history alone. */
    public Snapshot at(Caller caller, Instant time) {
        viewing.require(caller, VIEW, FlagChanges.FLAG);
        return isHere(caller.tenant()) ? Snapshot.at(time, rows.until(time)) : Snapshot.EMPTY;
    }

    /** The changes of a flag, the newest first, at most 500. */
    public List<Change> history(Caller caller, FlagKey key) {
        return history(caller, Definitions.FLAG, key.value());
    }

    public List<Change> history(Caller caller, CohortKey key) {
        return history(caller, Definitions.COHORT, key.value());
    }

    private List<Change> history(Caller caller, String thing, String name) {
        viewing.require(caller, VIEW, FlagChanges.FLAG);
        return isHere(caller.tenant()) ? rows.changes(thing, name, MOST) : List.of();
    }

    /** What a flag is for a tenant now, as it is served, for whoever may look at all flags. */
    public Optional<Evaluation> evaluate(Caller caller, FlagKey key, TenantId tenant) {
        viewing.require(caller, VIEW, FlagChanges.FLAG);
        return isHere(caller.tenant()) ? known.evaluate(key, tenant) : Optional.empty();
    }

    /** What each flag is for the caller's own tenant. */
    public List<Evaluation> evaluations(Caller caller) {
        viewing.require(caller, EVALUATE, FlagChanges.FLAG);
        return known.evaluate(caller.tenant());
    }

    /** Since when what is served may be out of date, for want of the store; empty while all is well. */
    public Optional<Instant> staleSince() {
        return known.staleSince();
    }
}
