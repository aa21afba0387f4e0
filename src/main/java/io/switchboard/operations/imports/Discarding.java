package io.switchboard.operations.imports;

import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.EnforcementPoint;
import io.switchboard.kernel.Caller;
import org.springframework.stereotype.Component;

/** Ends a plan that will not be committed. */
@Component
class Discarding {

    private final EnforcementPoint enforcement;
    private final Imports imports;

    Discarding(EnforcementPoint enforcement, Imports imports) {
        this.enforcement = enforcement;
        this.imports = imports;
    }

    Enforced<ImportPlan> discard(Caller caller, ImportPlan plan) {
        return enforcement.perform(ImportActions.discard(caller, plan), () -> {
            if (!imports.move(plan, ImportStatus.PLANNED, ImportStatus.DISCARDED)
                    && !imports.move(plan, ImportStatus.UPLOADED, ImportStatus.DISCARDED)) {
                throw Statuses.wrong(plan, "discarded");
            }
            return ImportActions.effect(plan, plan.counts());
        });
    }
}
