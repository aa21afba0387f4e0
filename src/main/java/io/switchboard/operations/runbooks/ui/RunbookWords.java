package io.switchboard.operations.runbooks.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import io.switchboard.operations.runbooks.dialect.Members;
import io.switchboard.operations.runbooks.dialect.RunbookText;
import java.text.NumberFormat;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What a person reads for a runbook's parts. */
final class RunbookWords {

    static final Map<String, String> DIALECTS = dialects();

    private static final int SHORT = 120;

    private RunbookWords() {}

    private static Map<String, String> dialects() {
        var words = new LinkedHashMap<String, String>();
        words.put("house", "Switchboard");
        words.put("cacao", "CACAO 2.0");
        words.put("keep", "Keep");
        return Collections.unmodifiableMap(words);
    }

    static String dialect(String id) {
        return DIALECTS.getOrDefault(id, id);
    }

    static String number(long number, String one, String many) {
        return NumberFormat.getIntegerInstance(Locale.ENGLISH).format(number) + " " + (number == 1 ? one : many);
    }

    /** A part of a runbook: in a line where it is short and flat, as it is written where not. */
    static Component part(Object value) {
        if (value instanceof Map<?, ?> map && map.values().stream().noneMatch(Members::isComposed)) {
            var line = map.entrySet().stream()
                    .map(entry -> entry.getKey() + " " + entry.getValue())
                    .collect(Collectors.joining(", "));
            if (line.length() <= SHORT && !line.contains("\n")) {
                return new Span(line);
            }
        }
        var text = RunbookText.written(value);
        return Members.isComposed(value) || text.contains("\n") ? block(text) : new Span(text);
    }

    private static Component block(String text) {
        var block = new Pre(text);
        block.getElement().setAttribute("tabindex", "0");
        return block;
    }

    static Span styled(String style, String text) {
        var span = new Span(text);
        span.addClassName(style);
        return span;
    }
}
