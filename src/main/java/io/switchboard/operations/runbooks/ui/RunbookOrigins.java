package io.switchboard.operations.runbooks.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import io.switchboard.control.receipts.LogState;
import io.switchboard.control.receipts.ReceiptQuery;
import io.switchboard.control.receipts.ui.ReceiptBadge;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.operations.imports.ImportAccess;
import io.switchboard.operations.imports.ImportId;
import io.switchboard.operations.imports.ImportPlan;
import io.switchboard.operations.imports.ImportService;
import io.switchboard.platform.identity.ui.TenantContext;
import java.util.List;
import java.util.Optional;

/** Where versions came from, for whoever may see imports. */
@org.springframework.stereotype.Component
class RunbookOrigins {

    private final ImportAccess access;
    private final ImportService imports;
    private final ReceiptQuery receipts;

    RunbookOrigins(ImportAccess access, ImportService imports, ReceiptQuery receipts) {
        this.access = access;
        this.imports = imports;
        this.receipts = receipts;
    }

    Component file(TenantContext context, ImportId id) {
        return plan(context, id)
                .<Component>map(plan -> new Anchor(
                        "/" + context.path("imports/" + id), plan.source().name()))
                .orElseGet(() -> RunbookWords.styled("code", id.value()));
    }

    Component receipt(TenantContext context, ImportId id) {
        return plan(context, id)
                .flatMap(ImportPlan::receipt)
                .<Component>map(receipt -> new ReceiptBadge(context.slug(), receipt, state(context, receipt)))
                .orElseGet(() -> new Span("not for your role"));
    }

    private LogState state(TenantContext context, ReceiptId receipt) {
        return receipts.states(context.tenant().id(), List.of(receipt)).getOrDefault(receipt, LogState.PENDING);
    }

    private Optional<ImportPlan> plan(TenantContext context, ImportId id) {
        return access.againstViewing(context.caller()).isPresent()
                ? Optional.empty()
                : imports.find(context.caller(), id);
    }
}
