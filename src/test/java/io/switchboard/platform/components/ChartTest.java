package io.switchboard.platform.components;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.html.NativeDetails;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ChartTest {

    private static final LocalDate DAY = LocalDate.parse("2026-11-21");

    private static ChartData data(double... numbers) {
        var days =
                DAY.minusDays(numbers.length - 1L).datesUntil(DAY.plusDays(1)).toList();
        var all = Arrays.stream(numbers)
                .mapToObj(number -> Double.isNaN(number) ? OptionalDouble.empty() : OptionalDouble.of(number))
                .toList();
        return ChartData.days("Day", days, List.of(new ChartData.Series("People", "--brand-accent", all)));
    }

    @Test
    void hasATableThatSaysTheSame() {
        var chart = new Chart("Active people", data(3, Double.NaN, 1_234.5));
        assertThat(chart.getElement().getOuterHTML())
                .contains("Active people as a table")
                .doesNotContain("<table");
        open(chart);
        assertThat(chart.getElement().getOuterHTML())
                .contains("<th scope=\"col\">Day</th>", "<th scope=\"col\">People</th>")
                .contains("2026-11-19", "2026-11-20", "2026-11-21")
                .contains(">3<", ">–<", ">1,234.5<");
    }

    private static void open(Chart chart) {
        var twin = chart.getChildren()
                .filter(NativeDetails.class::isInstance)
                .map(NativeDetails.class::cast)
                .findFirst()
                .orElseThrow();
        twin.setOpen(true);
        ComponentUtil.fireEvent(twin, new NativeDetails.ToggleEvent(twin, true));
    }

    @Test
    void anOpenTableGoesWithItsChart() {
        var chart = new Chart("Active people", data(3));
        open(chart);
        chart.show(data(7));
        assertThat(chart.getElement().getOuterHTML()).contains(">7<").doesNotContain(">3<");
    }

    @Test
    void tellsTheBrowserWhatToDraw() {
        var chart = new Chart("Active people", data(3, Double.NaN));
        assertThat(chart.getElement().getChild(0).getPropertyRaw("chart").toString())
                .isEqualTo("{\"categories\":[\"2026-11-20\",\"2026-11-21\"],\"kind\":\"days\","
                        + "\"series\":[{\"colour\":\"--brand-accent\",\"data\":[3.0,null],\"name\":\"People\"}]}");
    }

    @Test
    void saysWhereThereIsNothingToDraw() {
        assertThat(data(0, Double.NaN).isBlank()).isTrue();
        assertThat(data(0, 0.1).isBlank()).isFalse();
        var chart = new Chart("Active people", data(0));
        assertThat(chart.getElement().getChild(0).isVisible()).isFalse();
        chart.show(data(1));
        assertThat(chart.getElement().getChild(0).isVisible()).isTrue();
    }

    @Test
    void wantsANumberForEachCategory() {
        assertThatThrownBy(() -> new ChartData(
                        ChartData.Kind.BARS,
                        "Reason",
                        List.of("a", "b"),
                        List.of(new ChartData.Series("Rows", "--x", List.of(OptionalDouble.of(1))))))
                .hasMessageContaining("each of the 2 categories");
    }

    @Test
    void loadsAFileThatIsThere() {
        assertThat(Chart.class.getResource("/META-INF/resources/" + Chart.LIBRARY))
                .isNotNull();
        assertThat(Chart.class.getResource("/META-INF/resources/frontend/chart.js"))
                .isNotNull();
    }

    @Test
    void drawsASparklineWithAGapWhereThereIsNoNumber() {
        var svg = Sparkline.svg(
                List.of(OptionalDouble.of(0), OptionalDouble.of(10), OptionalDouble.empty(), OptionalDouble.of(5)));
        assertThat(svg).contains("d=\"M0.00 22.00h0.01L33.33 2.00M100.00 12.00h0.01\"");
    }
}
