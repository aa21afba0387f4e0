package io.switchboard.operations.entities;

import io.switchboard.operations.imports.ImportTarget.Checked;
import io.switchboard.operations.imports.RowProblem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** One entity or edge of a file: its stored form, or everything that is wrong with it. */
final class ElementRow {

    static final int KEY = 128;
    static final int TYPE = 64;
    static final int TITLE = 200;
    static final int SHOWN = 60;

    private static final Pattern NOT_IN_KEYS = Pattern.compile("[→\\p{Cntrl}\\u2028\\u2029]");
    private static final Pattern NOT_IN_TYPES = Pattern.compile("[→,;\\p{Cntrl}\\u2028\\u2029]");

    private final Map<String, String> cells;
    private final boolean takesLoops;
    private final List<RowProblem> problems = new ArrayList<>();
    private final Map<String, Optional<String>> values = new HashMap<>();

    ElementRow(Map<String, String> cells, boolean takesLoops) {
        this.cells = cells;
        this.takesLoops = takesLoops;
    }

    Checked check() {
        if (ElementKey.isOfEdge(cells)) {
            edge();
        } else {
            key("id", "key");
            values.put("directed", Optional.of("1"));
        }
        type();
        title();
        properties();
        return problems.isEmpty() ? new Checked.Valid(values) : new Checked.Invalid(List.copyOf(problems));
    }

    private void edge() {
        key("from", "entity that the edge comes from");
        key("to", "entity that the edge goes to");
        var from = ElementKey.from(cells);
        if (!takesLoops && !from.isEmpty() && from.equals(ElementKey.to(cells))) {
            problem(
                    "to",
                    "E-508",
                    "The edge leads from “" + shown(from) + "” to itself",
                    "Remove it, or choose that such edges are allowed");
        }
        values.put("from_key", Optional.of(from));
        values.put("to_key", Optional.of(ElementKey.to(cells)));
        var text = cells.getOrDefault("directed", "");
        Directed.of(text)
                .ifPresentOrElse(
                        directed -> values.put("directed", Optional.of(directed ? "1" : "0")),
                        () -> problem(
                                "directed",
                                "E-506",
                                "“" + shown(text) + "” is neither yes nor no",
                                "Write true or false"));
    }

    private void key(String column, String what) {
        var text = cells.getOrDefault(column, "");
        if (text.isEmpty() || length(text) > KEY) {
            problem(
                    column,
                    "E-501",
                    "The " + what + " is missing or longer than " + KEY + " characters",
                    "Name it by a key of at most " + KEY + " characters");
        } else if (NOT_IN_KEYS.matcher(text).find()) {
            problem(
                    column,
                    "E-502",
                    "The key “" + shown(text) + "” has an arrow (→) or a control character in it",
                    "Write it without, here and wherever it is named");
        }
    }

    private void type() {
        var text = ElementKey.type(cells);
        if (length(text) > TYPE) {
            problem("type", "E-503", "The type has more than " + TYPE + " characters", "Use a word or two");
        } else if (NOT_IN_TYPES.matcher(text).find()) {
            problem(
                    "type",
                    "E-504",
                    "The type “" + shown(text) + "” has an arrow (→), comma, semicolon or control character in it",
                    "Give it one type; further labels can be properties");
        }
        values.put("type", Optional.of(text));
    }

    private void title() {
        var text = cells.getOrDefault("title", "");
        if (length(text) > TITLE) {
            problem("title", "E-505", "The title has more than " + TITLE + " characters", "Shorten it to " + TITLE);
        }
        values.put("title", Optional.of(text));
    }

    private void properties() {
        Properties.canonical(cells.get("properties"), cells.get(EntitiesTarget.OTHER_COLUMNS))
                .filter(json -> length(json) <= Properties.MOST_CHARACTERS)
                .ifPresentOrElse(
                        json -> values.put("properties", Optional.of(json)),
                        () -> problem(
                                "properties",
                                "E-507",
                                "The properties are no JSON object, or have a number beyond ±(2^53 − 1), or more than %,d characters together"
                                        .formatted(Properties.MOST_CHARACTERS),
                                "Shorten them, write such a number as text, or leave columns out"));
    }

    private void problem(String field, String code, String message, String fix) {
        problems.add(new RowProblem(field, code, message, fix));
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    static String shown(String text) {
        return length(text) > SHOWN ? text.substring(0, text.offsetByCodePoints(0, SHOWN)) + "…" : text;
    }
}
