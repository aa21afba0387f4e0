package io.switchboard.journeys;

import java.util.List;
import java.util.function.Function;
import org.springframework.web.util.HtmlUtils;

/** HTML as a template would write it. */
final class PlainPage {

    private final StringBuilder html = new StringBuilder(16_384);

    PlainPage(String title, String sentence) {
        html.append("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>")
                .append(title)
                .append("</title></head><body><main><h1>")
                .append(title)
                .append("</h1><p>")
                .append(HtmlUtils.htmlEscape(sentence))
                .append("</p>");
    }

    <T> void table(String caption, List<String> heads, List<T> rows, Function<T, List<Object>> cells) {
        html.append("<section><table><caption>")
                .append(HtmlUtils.htmlEscape(caption))
                .append("</caption><tr>");
        heads.forEach(head -> cell("th", head));
        html.append("</tr>");
        rows.forEach(row -> {
            html.append("<tr>");
            cells.apply(row).forEach(cell -> cell("td", cell));
            html.append("</tr>");
        });
        html.append("</table></section>");
    }

    private void cell(String tag, Object content) {
        html.append('<')
                .append(tag)
                .append('>')
                .append(HtmlUtils.htmlEscape(String.valueOf(content)))
                .append("</")
                .append(tag)
                .append('>');
    }

    String end() {
        return html.append("</main></body></html>").toString();
    }
}
