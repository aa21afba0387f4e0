package io.switchboard.platform.components;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.shared.ui.LoadMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A chart drawn by ApexCharts in the browser, and a table that says the same to whoever does not look at it. The script comes from our own origin, when the first chart is shown, and the
 * table when it is opened. {@code title} names both.
 *
 * @see <a href="../../../../../../../docs/decisions/0021-charts-and-where-figures-come-from.md">decision 0021</a>
 */
public final class Chart extends Div {

    /** Of the webjar, which has its version in its address. */
    static final String LIBRARY = "webjars/apexcharts/3.30.0/dist/apexcharts.min.js";

    private static final long serialVersionUID = 1L;
    private static final String ELEMENT = "frontend/chart.js";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Element drawing = new Element("switchboard-chart");
    private final Paragraph nothing = new Paragraph("Nothing in this period.");
    private final NativeDetails twin = new NativeDetails();
    private final String title;
    private transient ChartData data;

    public Chart(String title, ChartData data) {
        this.title = title;
        addClassName("chart");
        drawing.setAttribute("role", "img");
        drawing.setAttribute("aria-label", title + ". The table below has its numbers.");
        drawing.setAttribute("library", LIBRARY);
        getElement().appendChild(drawing);
        twin.setSummaryText("As a table");
        twin.getSummary().getElement().setAttribute("aria-label", title + " as a table");
        nothing.addClassName("chart-nothing");
        add(nothing, twin);
        this.data = data;
        twin.addToggleListener(_ -> fill());
        show(data);
    }

    /** In the place of what was shown before. */
    public void show(ChartData shown) {
        data = shown;
        nothing.setVisible(data.isBlank());
        drawing.setVisible(!data.isBlank());
        twin.setVisible(!data.isBlank());
        drawing.setPropertyJson("chart", JSON.valueToTree(json(data)));
        fill();
    }

    /** Ninety days of cells are most of a page, and few look at them. */
    private void fill() {
        twin.setContent(twin.isOpen() ? table() : new Div());
    }

    @Override
    protected void onAttach(AttachEvent event) {
        event.getUI().getPage().addJavaScript("context://" + ELEMENT, LoadMode.LAZY);
    }

    private Component table() {
        var table = new DataTable<ChartData.Row>(title).column(data.first(), row -> new Span(row.category()));
        for (int i = 0; i < data.series().size(); i++) {
            int column = i;
            table.column(
                    data.series().get(i).name(),
                    row -> new Span(words(row.numbers().get(column))));
        }
        return table.rows(data.rows());
    }

    private static String words(OptionalDouble number) {
        return number.isPresent()
                ? new DecimalFormat("#,##0.##", DecimalFormatSymbols.getInstance(Locale.ENGLISH))
                        .format(number.getAsDouble())
                : "–";
    }

    private static Map<String, Object> json(ChartData data) {
        return new TreeMap<>(Map.of(
                "kind",
                data.kind().name().toLowerCase(Locale.ROOT),
                "categories",
                data.categories(),
                "series",
                data.series().stream().map(Chart::json).toList()));
    }

    private static Map<String, Object> json(ChartData.Series series) {
        return new TreeMap<>(
                Map.of("name", series.name(), "colour", series.colour(), "data", numbers(series.numbers())));
    }

    private static List<@Nullable Double> numbers(List<OptionalDouble> numbers) {
        var all = new ArrayList<@Nullable Double>();
        numbers.forEach(number -> all.add(number.isPresent() ? number.getAsDouble() : null));
        return all;
    }
}
