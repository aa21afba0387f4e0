package io.switchboard.operations.runbooks;

import io.switchboard.kernel.Caller;
import io.switchboard.operations.entities.LinkableThings;
import io.switchboard.operations.entities.LinkedThing;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Runbooks as entities are linked to them. */
@Component
class LinkableRunbooks implements LinkableThings {

    private final RunbookDesk desk;
    private final Runbooks runbooks;

    LinkableRunbooks(RunbookDesk desk, Runbooks runbooks) {
        this.desk = desk;
        this.runbooks = runbooks;
    }

    @Override
    public String kind() {
        return Runbook.KIND;
    }

    @Override
    public String word() {
        return "Runbook";
    }

    @Override
    public String keyWord() {
        return "id in its file";
    }

    @Override
    public boolean mayView(Caller caller) {
        return desk.againstViewing(caller).isEmpty();
    }

    @Override
    public Optional<LinkedThing> find(Caller caller, String key) {
        return runbooks.findByKey(caller.tenant(), key)
                .map(runbook -> new LinkedThing(
                        kind(),
                        runbook.id().value(),
                        runbook.key(),
                        runbook.title(),
                        runbook.version(),
                        "runbooks/" + runbook.id()));
    }
}
