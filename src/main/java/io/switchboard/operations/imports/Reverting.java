package io.switchboard.operations.imports;

import io.switchboard.kernel.Caller;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** Starts the undoing of a committed import as an import of its own: planned, looked at and committed like any other, so that both stay in the history. */
@Component
class Reverting {

    private final ImportAccess access;
    private final Imports imports;
    private final Clock clock;

    Reverting(ImportAccess access, Imports imports, Clock clock) {
        this.access = access;
        this.imports = imports;
        this.clock = clock;
    }

    Upload revert(Caller caller, ImportPlan committed) {
        var id = ImportId.random();
        var refusal = access.againstUpload(caller, committed.kind(), id);
        return refusal.isPresent() ? new Upload.Refused(refusal.get()) : revert(caller, id, committed);
    }

    private Upload revert(Caller caller, ImportId id, ImportPlan committed) {
        if (committed.status() != ImportStatus.COMMITTED) {
            return new Upload.Unreadable(
                    "not-committed",
                    "The import is " + committed.status().wire() + ". Only a committed import can be reverted.");
        }
        if (committed.clearedAt().isPresent()) {
            return new Upload.Unreadable(
                    "rows-gone",
                    "The rows of this import were deleted when they were no longer needed, so it is not known any more what it changed. Import what should be there instead.");
        }
        var plan = ImportPlan.reverting(id, caller, committed, clock.instant());
        imports.insert(plan);
        return new Upload.Accepted(plan);
    }

    List<ImportPlan> revertsOf(ImportPlan committed) {
        return imports.revertsOf(committed);
    }
}
