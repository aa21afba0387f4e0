package io.switchboard.platform.documents;

import static org.springframework.web.util.HtmlUtils.htmlEscape;

import io.switchboard.kernel.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A brief as a page that is read where it was saved: its looks inside, no script, every text escaped. */
public final class BriefPage {

    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private static final String CSS = """
            :root { color-scheme: light; }
            body { margin: 0; background: #fff; color: #344054; font: 16px/1.5 system-ui, sans-serif; }
            main { max-width: 60rem; margin: 0 auto; padding: 1rem; overflow-wrap: anywhere; }
            h1, h2 { color: #101828; line-height: 1.2; }
            section { margin-top: 2.5rem; }
            .state { font-weight: 600; }
            .words { white-space: pre-line; }
            .table { overflow-x: auto; }
            table { border-collapse: collapse; min-width: 40rem; }
            caption { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; white-space: nowrap; }
            th, td { padding: 0.4rem 0.6rem; border-top: 1px solid #d0d5dd; text-align: start; vertical-align: top; }
            dt { font-weight: 600; }
            dd { margin: 0 0 0.5rem; }
            """;

    private final Brief brief;
    private final Sha256 twin;

    /** {@code twin} is the digest of the JSON that says the same. */
    public BriefPage(Brief brief, Sha256 twin) {
        this.brief = brief;
        this.twin = twin;
    }

    public byte[] bytes() {
        var title = text(brief.properties().title());
        var at = brief.properties().issuedAt();
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%1$s · %2$s</title>
                <style>
                %3$s</style>
                </head>
                <body>
                <main>
                <p>%2$s</p>
                <h1>%1$s</h1>
                <p>As of <time datetime="%4$s">%5$s</time>. %6$s</p>
                %7$s
                <section>
                <h2>This document</h2>
                <dl>
                <dt>Document</dt><dd><code>%8$s</code></dd>
                <dt>JSON twin, SHA-256</dt><dd><code>%9$s</code></dd>
                <dt>Trust root</dt><dd><code>%10$s</code></dd>
                </dl>
                </section>
                </main>
                </body>
                </html>
                """.formatted(
                        title,
                        text(brief.brand().name()),
                        CSS,
                        at,
                        UTC.format(at),
                        text(brief.intro()),
                        brief.parts().stream().map(BriefPage::part).collect(Collectors.joining("\n")),
                        text(brief.documentId()),
                        twin.hex(),
                        text(brief.rootFingerprint()))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String part(Brief.Part part) {
        return """
                <section>
                <h2>%s</h2>
                %s%s%s</section>""".formatted(
                        text(part.title()),
                        part.state()
                                .map(state -> "<p class=\"state\" style=\"color: "
                                        + state.mark().colour() + "\">" + text(state.words()) + "</p>\n")
                                .orElse(""),
                        part.words()
                                .map(words -> "<p class=\"words\">" + text(words) + "</p>\n")
                                .orElse(""),
                        part.table()
                                .filter(table -> !table.lines().isEmpty())
                                .map(table -> table(part.title(), table))
                                .orElse(""));
    }

    /** A wide one is scrolled by itself, with the keyboard too, and never the page. */
    private static String table(String caption, Brief.Table table) {
        return "<div class=\"table\" tabindex=\"0\" role=\"region\" aria-label=\"" + text(caption)
                + "\"><table>\n<caption>" + text(caption) + "</caption>\n"
                + row(table.columns(), "<th scope=\"col\">", "</th>") + "\n"
                + table.lines().stream()
                        .map(line -> row(line.cells(), "<td>", "</td>"))
                        .collect(Collectors.joining("\n"))
                + "\n</table></div>\n";
    }

    private static String row(List<String> cells, String begin, String end) {
        return "<tr>" + cells.stream().map(cell -> begin + text(cell) + end).collect(Collectors.joining()) + "</tr>";
    }

    private static String text(String text) {
        return htmlEscape(text, StandardCharsets.UTF_8.name());
    }
}
