package io.switchboard.operations.imports;

import io.switchboard.kernel.Caller;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The same file once more: a new import with the file and the mapping of one that has ended. */
@Component
class Repeating {

    private final ImportAccess access;
    private final Imports imports;
    private final StoredFiles files;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Repeating(
            ImportAccess access,
            Imports imports,
            StoredFiles files,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.access = access;
        this.imports = imports;
        this.files = files;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    Upload again(Caller caller, ImportPlan before) {
        var id = ImportId.random();
        var refusal = access.againstUpload(caller, before.kind(), id);
        if (refusal.isPresent()) {
            return new Upload.Refused(refusal.get());
        }
        return before.clearedAt().isPresent()
                ? new Upload.Unreadable("file-gone", "The file is no longer kept here. Upload it again.")
                : new Upload.Accepted(copied(caller, id, before));
    }

    private ImportPlan copied(Caller caller, ImportId id, ImportPlan before) {
        var plan = ImportPlan.uploaded(
                id, before.kind(), caller, before.source(), before.mapping(), before.ignored(), clock.instant());
        transaction.executeWithoutResult(status -> {
            files.copy(caller.tenant(), before.id(), id);
            imports.insert(plan);
        });
        return plan;
    }
}
