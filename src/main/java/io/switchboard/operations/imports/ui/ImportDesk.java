package io.switchboard.operations.imports.ui;

import io.switchboard.control.receipts.LogState;
import io.switchboard.control.receipts.ReceiptQuery;
import io.switchboard.control.receipts.ui.ActorNames;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.TenantId;
import io.switchboard.operations.imports.ImportAccess;
import io.switchboard.operations.imports.ImportDiff;
import io.switchboard.operations.imports.ImportDrafts;
import io.switchboard.operations.imports.ImportErrors;
import io.switchboard.operations.imports.ImportHistory;
import io.switchboard.operations.imports.ImportJobs;
import io.switchboard.operations.imports.ImportKinds;
import io.switchboard.operations.imports.ImportPlan;
import io.switchboard.operations.imports.ImportService;
import io.switchboard.operations.imports.ImportStatus;
import io.switchboard.operations.imports.KindWords;
import io.switchboard.operations.imports.SavedMappings;
import io.switchboard.platform.identity.ui.TenantContext;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The services that the wizard's parts wire up. */
@Component
record ImportDesk(
        ImportAccess access,
        ImportService imports,
        ImportDrafts drafts,
        SavedMappings mappings,
        ImportHistory history,
        ActorNames names,
        ImportKinds kinds,
        ImportDiff diff,
        ImportErrors errors,
        ImportJobs jobs,
        ReceiptQuery receipts,
        Clock clock) {

    KindWords words(ImportPlan plan) {
        return kinds.words(plan.kind());
    }

    List<ImportPlan> revertsOf(TenantContext context, ImportPlan plan) {
        return plan.status() == ImportStatus.COMMITTED ? imports.revertsOf(context.caller(), plan) : List.of();
    }

    /** How far the receipts of these imports have come. */
    Map<ReceiptId, LogState> states(TenantId tenant, List<ImportPlan> plans) {
        return receipts.states(
                tenant,
                plans.stream()
                        .map(ImportPlan::receipt)
                        .flatMap(Optional::stream)
                        .toList());
    }
}
