package io.switchboard.operations.imports.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.server.Command;
import io.switchboard.operations.imports.ChangeKind;
import io.switchboard.operations.imports.ImportPlan;
import io.switchboard.operations.imports.PlannedChange;
import io.switchboard.platform.identity.ui.TenantContext;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a plan: filtered by group and key, loaded as one scrolls. ↑↓ walks rows, ←→ changes the group, space unfolds a row. */
final class ChangeTable extends Div {

    private static final long serialVersionUID = 1L;
    private static final int PAGE = 50;

    private final transient TenantContext context;
    private final transient ImportDesk desk;
    private final transient ImportPlan plan;
    private final transient Command ticked;
    private final Changes changes;
    private final List<ChangeKind> kinds;
    private final Grid<PlannedChange> grid = new Grid<>(PAGE);
    private final RadioButtonGroup<ChangeKind> groups = new RadioButtonGroup<>();
    private final TextField search = new TextField();
    private transient @Nullable RowAddress address;

    ChangeTable(TenantContext context, ImportDesk desk, ImportPlan plan, Command ticked) {
        this.context = context;
        this.desk = desk;
        this.plan = plan;
        this.ticked = ticked;
        this.changes = new Changes(context.caller(), desk.diff(), plan.id());
        this.kinds = kinds(plan);
        addClassName("imports-changes");
        add(bar(), rows(), Words.styled("label", "Keys: ↑↓ row · ←→ group · space details"));
        walkByKeys();
    }

    /** Only undoing an import removes rows. */
    private static List<ChangeKind> kinds(ImportPlan plan) {
        return Arrays.stream(ChangeKind.values())
                .filter(kind -> kind != ChangeKind.REMOVE || plan.reverts().isPresent())
                .toList();
    }

    private Component bar() {
        groups.setItems(kinds);
        groups.setItemLabelGenerator(kind -> kind.wire() + " " + Words.number(kind.in(plan.counts())));
        groups.setValue(ChangeKind.ALL);
        groups.setAriaLabel("Group of rows");
        groups.addClassName("imports-groups");
        groups.addValueChangeListener(change -> only(change.getValue()));
        var bar = new Div(groups, search());
        bar.addClassName("imports-bar");
        return bar;
    }

    private Component search() {
        var wanted = "Search by " + desk.words(plan).key();
        search.setPlaceholder(wanted);
        search.setAriaLabel(wanted);
        search.setPrefixComponent(VaadinIcon.SEARCH.create());
        search.setClearButtonVisible(true);
        search.setMaxLength(128);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> containing(change.getValue().strip()));
        return search;
    }

    /** The first time it is shown, as the address says; a filter that the reader changes goes into the address. */
    @Override
    protected void onAttach(AttachEvent event) {
        var now = new RowAddress(event.getUI());
        groups.setValue(kinds.contains(now.group()) ? now.group() : ChangeKind.ALL);
        search.setValue(now.search());
        address = now;
    }

    private void only(ChangeKind kind) {
        changes.only(kind);
        if (address != null) {
            address.group(kind);
        }
    }

    private void containing(String part) {
        changes.containing(part);
        if (address != null) {
            address.search(part);
        }
    }

    private Component rows() {
        grid.addComponentColumn(this::row)
                .setHeader(ChangeRow.head(desk.words(plan).key()));
        grid.setItemDetailsRenderer(new ComponentRenderer<>(change -> new ChangeDetails(desk.diff(), plan, change)));
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_ROW_STRIPES);
        grid.setItems(changes);
        grid.setEmptyStateText(
                "No row is in this group or has this in its " + desk.words(plan).key() + ".");
        grid.getElement().setAttribute("aria-label", "Rows of the file");
        grid.addClassName("imports-grid");
        return grid;
    }

    private Component row(PlannedChange change) {
        return new ChangeRow(desk.diff(), plan, change, value -> tick(change, value));
    }

    private void tick(PlannedChange change, boolean value) {
        if (!desk.diff().tick(context.caller(), plan.id(), change.row(), value)) {
            changes.refreshAll();
        }
        ticked.execute();
    }

    private void walkByKeys() {
        grid.getElement()
                .addEventListener(
                        "keydown",
                        event -> step(event.getEventData().get("event.key").asString()))
                .addEventData("event.key")
                .setFilter("(event.key === 'ArrowLeft' || event.key === 'ArrowRight') && event.target === element");
        grid.getElement()
                .addEventListener(
                        "keydown",
                        event -> unfold(event.getEventData()
                                .get("element._focusedItemIndex")
                                .asInt(-1)))
                .addEventData("element._focusedItemIndex")
                .setFilter("event.key === ' ' && event.target === element && (event.preventDefault() || true)");
    }

    private void step(String key) {
        int size = kinds.size();
        int by = key.equals("ArrowRight") ? 1 : size - 1;
        groups.setValue(kinds.get((kinds.indexOf(groups.getValue()) + by) % size));
    }

    private void unfold(int index) {
        if (index >= 0 && index < changes.size(new Query<>())) {
            var change = grid.getLazyDataView().getItem(index);
            grid.setDetailsVisible(change, !grid.isDetailsVisible(change));
        }
    }
}
