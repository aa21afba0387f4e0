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
 * itself and by keyboard; on a narrow one, rows of more than three columns become cards. Longer lists take Vaadin's lazy grid.
 */
public final class DataTable<T> extends Div {

    private static final long serialVersionUID = 1L;

    private static final int FIT_A_NARROW_SCREEN = 3;

    private final transient List<Column<T>> columns = new ArrayList<>();
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
        columns.add(new Column<>(title, cell));
        setClassName("table-stacks", columns.size() > FIT_A_NARROW_SCREEN);
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
        for (var column : columns) {
            var cell = line.addDataCell();
            cell.getElement().setAttribute("data-label", column.title());
            cell.add(column.cell().apply(row));
        }
        return line;
    }

    private record Column<T>(String title, Function<T, Component> cell) {}
}
