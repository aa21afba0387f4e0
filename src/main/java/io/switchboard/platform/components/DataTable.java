package io.switchboard.platform.components;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A plain HTML table for a page of rows, up to a few hundred: it prints, copies and reads out as a table. Wider than the screen, it scrolls by
 * itself and by keyboard. Longer lists take Vaadin's lazy grid.
 */
public final class DataTable<T> extends Div {

    private static final long serialVersionUID = 1L;

    private final transient List<Function<T, Component>> columns = new ArrayList<>();
    private final NativeTableRow head = new NativeTableRow();
    private final NativeTableBody body = new NativeTableBody();

    /** {@code caption} names the table for assistive technology. */
    public DataTable(String caption) {
        addClassName("table-scroll");
        getElement().setAttribute("role", "region");
        getElement().setAttribute("aria-label", caption);
        getElement().setAttribute("tabindex", "0");
        var table = new NativeTable(new NativeTableHeader(head), body);
        table.addClassName("table");
        add(table);
    }

    public DataTable<T> column(String title, Function<T, Component> cell) {
        var header = new NativeTableHeaderCell(title);
        header.getElement().setAttribute("scope", "col");
        head.add(header);
        columns.add(cell);
        return this;
    }

    /** Puts these rows in the place of those before. */
    public DataTable<T> rows(List<T> rows) {
        body.removeAll();
        rows.forEach(row -> body.add(line(row)));
        return this;
    }

    private NativeTableRow line(T row) {
        var line = new NativeTableRow();
        columns.forEach(cell -> line.addDataCell().add(cell.apply(row)));
        return line;
    }
}
