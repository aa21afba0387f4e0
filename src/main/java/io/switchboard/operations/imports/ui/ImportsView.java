package io.switchboard.operations.imports.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import io.switchboard.control.enforcement.ui.NotAllowedToSee;
import io.switchboard.control.receipts.LogState;
import io.switchboard.control.receipts.ui.ReceiptBadge;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.operations.imports.ImportId;
import io.switchboard.operations.imports.ImportKinds.Kind;
import io.switchboard.operations.imports.ImportPlan;
import io.switchboard.operations.imports.ImportStatus;
import io.switchboard.platform.components.DataTable;
import io.switchboard.platform.components.EmptyState;
import io.switchboard.platform.components.FilterBar;
import io.switchboard.platform.components.PageHeader;
import io.switchboard.platform.components.RelativeTime;
import io.switchboard.platform.identity.ui.TenantContext;
import io.switchboard.platform.identity.ui.TenantContexts;
import io.switchboard.platform.identity.ui.TenantView;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Map;

/** The tenant's imports, newest first. */
@Route(":tenant/imports")
@Menu(title = "Imports", order = 120, icon = "vaadin:upload")
@PageTitle("Imports · Switchboard")
@StyleSheet("context://themes/base/imports.css")
@PermitAll
class ImportsView extends TenantView {

    private static final long serialVersionUID = 1L;
    private static final int PAGE = 50;

    private final transient ImportDesk desk;

    ImportsView(TenantContexts contexts, ImportDesk desk) {
        super(contexts);
        this.desk = desk;
    }

    @Override
    protected void show(TenantContext context, BeforeEnterEvent event) {
        desk.access()
                .againstViewing(context.caller())
                .ifPresentOrElse(
                        decision -> add(header(), new NotAllowedToSee("imports", decision)),
                        () -> list(context, ImportAddress.of(event.getLocation().getQueryParameters())));
    }

    private void list(TenantContext context, ImportAddress address) {
        var page = desk.history().list(context.caller(), address.filter(), address.after(), PAGE);
        if (page.total() == 0 && address.filter().isEmpty()) {
            add(header(), nothingYet(context), schedules(context));
            return;
        }
        add(new PageHeader("Imports", SENTENCE, importFile(context)), schedules(context), filters(context, address));
        if (page.total() == 0) {
            add(noMatch(context));
            return;
        }
        add(new Paragraph(Words.number(page.total(), "import", "imports, newest first")), table(context, page.items()));
        page.next().ifPresent(last -> add(more(context, address, last)));
    }

    private Component filters(TenantContext context, ImportAddress address) {
        return new FilterBar(
                        "Filter imports",
                        address.values(),
                        changed -> UI.getCurrent().navigate(context.path("imports"), changed.query()))
                .choice("Kind", "kind", desk.kinds().all(), Kind::name, Words::kind)
                .choice("Status", "status", List.of(ImportStatus.values()), ImportStatus::word, Words::word)
                .choice(
                        "Brought by",
                        "by",
                        desk.history().people(context.caller()),
                        Actor::id,
                        actor -> desk.names().of(context.tenant().id(), actor))
                .day("From", "from")
                .day("Until", "until");
    }

    private static Component schedules(TenantContext context) {
        return new Paragraph(
                new RouterLink("Scheduled imports", SchedulesView.class, context.parameters()),
                new Span(": files that the portal fetches by itself."));
    }

    private static Component more(TenantContext context, ImportAddress address, ImportId last) {
        var link = new RouterLink("Earlier imports", ImportsView.class, context.parameters());
        link.setQueryParameters(address.after(last).query());
        return link;
    }

    private static Component noMatch(TenantContext context) {
        var all = new RouterLink("Show all imports", ImportsView.class, context.parameters());
        return new EmptyState("No import matches", "Nothing here has all of the chosen values.", all);
    }

    private static final String SENTENCE = "Bring what you have from files: first a dry run, then exactly that.";

    private static PageHeader header() {
        return new PageHeader("Imports", SENTENCE);
    }

    /** All kinds, as in "people, incidents or runbooks". */
    private static String words(ImportDesk desk) {
        var all = desk.kinds().all().stream().map(kind -> kind.words().many()).toList();
        var last = all.size() - 1;
        return last == 0 ? all.getFirst() : String.join(", ", all.subList(0, last)) + " or " + all.get(last);
    }

    private Component nothingYet(TenantContext context) {
        return new EmptyState(
                "No imports yet",
                "Upload a file of your " + words(desk)
                        + ". A dry run shows what would change, row by row; nothing changes until you commit it.",
                importFile(context));
    }

    private static Component importFile(TenantContext context) {
        var button = new Button(
                "Import a file",
                click -> click.getSource()
                        .getUI()
                        .ifPresent(ui -> ui.navigate(NewImportView.class, context.parameters())));
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return button;
    }

    private Component table(TenantContext context, List<ImportPlan> plans) {
        var states = desk.states(context.tenant().id(), plans);
        var table = new DataTable<ImportPlan>("Imports")
                .column("File", plan -> link(context, plan))
                .column("Kind", plan -> new Span(Words.kind(plan)))
                .column("Status", plan -> Words.status(plan.status()))
                .column("Rows", ImportsView::counts)
                .column("When", plan -> new RelativeTime(plan.createdAt(), desk.clock()))
                .column("Receipt", plan -> receipt(context, plan, states))
                .rows(plans);
        table.addClassName("imports-list");
        return table;
    }

    private static Component link(TenantContext context, ImportPlan plan) {
        var link = new RouterLink(
                Words.file(plan),
                ImportView.class,
                context.parameters("import", plan.id().value()));
        link.addClassName("imports-file");
        return link;
    }

    private static Component counts(ImportPlan plan) {
        return plan.counts().read() == 0 ? new Span("not counted yet") : Words.counts(plan.counts());
    }

    private static Component receipt(TenantContext context, ImportPlan plan, Map<ReceiptId, LogState> states) {
        return plan.receipt()
                .<Component>map(id -> new ReceiptBadge(context.slug(), id, states.getOrDefault(id, LogState.PENDING)))
                .orElseGet(() -> new Span("none yet"));
    }
}
