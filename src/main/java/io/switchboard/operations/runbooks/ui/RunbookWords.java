package io.switchboard.operations.runbooks.ui;

import com.vaadin.flow.component.html.Span;
import java.text.NumberFormat;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What a person reads for a runbook's parts. */
final class RunbookWords {

    static final Map<String, String> DIALECTS = dialects();

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

    static Span styled(String style, String text) {
        var span = new Span(text);
        span.addClassName(style);
        return span;
    }
}
