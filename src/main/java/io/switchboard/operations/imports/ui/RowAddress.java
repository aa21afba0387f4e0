package io.switchboard.operations.imports.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Location;
import io.switchboard.operations.imports.ChangeKind;
import io.switchboard.platform.components.AddressValues;
import java.util.Optional;

/** The group and the search of a plan's rows in the page's address, so that a link shows what its sender saw. The page is not loaded anew. */
final class RowAddress {

    private static final String GROUP = "rows";
    private static final String SEARCH = "key";

    private final UI ui;
    private AddressValues values;

    RowAddress(UI ui) {
        this.ui = ui;
        this.values = AddressValues.of(ui.getActiveViewLocation().getQueryParameters());
    }

    ChangeKind group() {
        return values.text(GROUP).flatMap(ChangeKind::parse).orElse(ChangeKind.ALL);
    }

    String search() {
        return values.text(SEARCH).orElse("");
    }

    void group(ChangeKind kind) {
        show(values.with(
                GROUP,
                Optional.of(kind).filter(other -> other != ChangeKind.ALL).map(ChangeKind::wire)));
    }

    void search(String part) {
        show(values.with(SEARCH, Optional.of(part)));
    }

    private void show(AddressValues changed) {
        values = changed;
        ui.getPage()
                .getHistory()
                .replaceState(null, new Location(ui.getActiveViewLocation().getPath(), values.query()));
    }
}
