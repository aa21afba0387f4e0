package io.switchboard.insight.trustreports;

import static org.springframework.web.util.HtmlUtils.htmlEscape;

import io.switchboard.insight.assurance.Words;
import io.switchboard.kernel.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The report as a page for browsers and screen readers: headings, tables, times; no script, every text escaped. */
final class ReportHtml {

    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final ReportFacts facts;

    ReportHtml(ReportFacts facts) {
        this.facts = facts;
    }

    byte[] page() {
        var title = "Trust Report " + facts.span().week().iso();
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%1$s · %2$s</title>
                <style>
                %11$s</style>
                </head>
                <body>
                <main>
                <h1>%1$s</h1>
                <p class="tenant">%2$s</p>
                <p>%3$s. As of <time datetime="%4$s">%5$s</time>. %6$s</p>
                %7$s
                </main>
                <footer>
                <dl>
                <dt>Document</dt><dd><code>%8$s</code></dd>
                <dt>JSON twin, SHA-256</dt><dd><code>%9$s</code></dd>
                <dt>Trust root</dt><dd><code>%10$s</code></dd>
                </dl>
                </footer>
                </body>
                </html>
                """.formatted(
                        title,
                        text(facts.tenant().name()),
                        text(facts.period()),
                        facts.span().asOf(),
                        UTC.format(facts.span().asOf()),
                        text(ReportPress.note(facts)),
                        facts.sections().stream().map(ReportHtml::section).collect(Collectors.joining("\n")),
                        text(facts.documentId()),
                        Sha256.of(facts.json()),
                        text(facts.rootFingerprint()),
                        ReportStyle.CSS)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String section(Section section) {
        return """
                <section class="%s">
                <h2>%s</h2>
                <p class="state">%s</p>
                <p>%s</p>
                %s%s%s</section>""".formatted(
                        look(section.state()),
                        text(section.title()),
                        text(section.state().words()),
                        text(section.summary()),
                        measures(section),
                        days(section),
                        section.details().map(ReportHtml::details).orElse(""));
    }

    private static String look(Section.State state) {
        return switch (state) {
            case AS_IT_SHOULD_BE -> "fine";
            case LOOK -> "look";
            case NOT_RECORDED, WITHHELD -> "unrecorded";
        };
    }

    private static String measures(Section section) {
        if (section.state() == Section.State.WITHHELD) {
            return "";
        }
        return table(
                section.title() + ": figures",
                List.of("Figure", "This week", "Week before", "What is counted"),
                section.measures().stream()
                        .map(measure -> List.of(
                                measure.title(),
                                measure.now().words(),
                                measure.before().words(),
                                measure.counted()))
                        .toList());
    }

    private static String days(Section section) {
        return section.days().isEmpty()
                ? ""
                : table(
                        section.title() + ": by day",
                        List.of("Day", "Allowed", "Denied", "Failed"),
                        section.days().stream()
                                .map(day -> List.of(
                                        day.name(),
                                        Words.number(day.allowed()),
                                        Words.number(day.denied()),
                                        Words.number(day.failed())))
                                .toList());
    }

    private static String details(Details details) {
        var cut = details.isCut()
                ? "<p>" + Words.number(details.rows().size()) + " of " + Words.number(details.total())
                        + " are shown.</p>\n"
                : "";
        return table(details.title(), details.columns(), details.rows()) + cut;
    }

    /** A wide one is scrolled by itself, with the keyboard too, and never the page. */
    private static String table(String caption, List<String> columns, List<List<String>> rows) {
        return "<div class=\"table\" tabindex=\"0\" role=\"region\" aria-label=\"" + text(caption)
                + "\"><table>\n<caption>" + text(caption) + "</caption>\n<tr>"
                + columns.stream()
                        .map(column -> "<th scope=\"col\">" + text(column) + "</th>")
                        .collect(Collectors.joining())
                + "</tr>\n"
                + rows.stream().map(ReportHtml::row).collect(Collectors.joining("\n"))
                + "\n</table></div>\n";
    }

    private static String row(List<String> cells) {
        return "<tr>"
                + cells.stream().map(cell -> "<td>" + text(cell) + "</td>").collect(Collectors.joining())
                + "</tr>";
    }

    private static String text(String text) {
        return htmlEscape(text, StandardCharsets.UTF_8.name());
    }
}
