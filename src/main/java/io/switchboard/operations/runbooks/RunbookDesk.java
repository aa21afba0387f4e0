package io.switchboard.operations.runbooks;

import io.switchboard.control.enforcement.Viewing;
import io.switchboard.control.policy.Decision;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Caller;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** A tenant's runbooks for whoever may look at them. Looking is authorised and leaves no receipt. */
@Service
public class RunbookDesk {

    public static final ActionId VIEW = new ActionId("runbooks.view");

    private static final String RESOURCE = "Runbook";

    private final Viewing viewing;
    private final Runbooks runbooks;

    RunbookDesk(Viewing viewing, Runbooks runbooks) {
        this.viewing = viewing;
        this.runbooks = runbooks;
    }

    /** The decision that stands against looking; empty for whoever may. */
    public Optional<Decision> againstViewing(Caller caller) {
        return viewing.against(caller, VIEW, RESOURCE);
    }

    public RunbookPage list(Caller caller, RunbookFilter filter, Optional<RunbookId> last, int limit) {
        viewing.require(caller, VIEW, RESOURCE);
        return runbooks.list(caller.tenant(), filter, last, limit);
    }

    public Optional<Runbook> find(Caller caller, RunbookId id) {
        viewing.require(caller, VIEW, RESOURCE);
        return runbooks.find(caller.tenant(), id);
    }

    /** By the id that its author gave it. */
    public Optional<Runbook> findByKey(Caller caller, String key) {
        viewing.require(caller, VIEW, RESOURCE);
        return runbooks.findByKey(caller.tenant(), key);
    }

    /** Newest first; empty where there is no such runbook. */
    public List<RunbookVersion> versions(Caller caller, RunbookId id) {
        viewing.require(caller, VIEW, RESOURCE);
        return runbooks.versions(caller.tenant(), id);
    }
}
