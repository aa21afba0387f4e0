package io.switchboard.operations.entities.ui;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** A letter or a few for each type, so that a drawing tells types apart without colour. */
final class TypeMarks {

    private static final int LONGEST = 3;

    private final Map<String, String> marks = new LinkedHashMap<>();

    private TypeMarks() {}

    static TypeMarks of(Collection<String> types) {
        var marks = new TypeMarks();
        new TreeSet<>(types).forEach(marks::add);
        return marks;
    }

    /** By type. */
    Map<String, String> all() {
        return marks;
    }

    String of(String type) {
        return marks.getOrDefault(type, "?");
    }

    private void add(String type) {
        for (int length = 1; length <= LONGEST; length++) {
            var mark = beginning(type, length);
            if (!marks.containsValue(mark)) {
                marks.put(type, mark);
                return;
            }
        }
        marks.put(type, beginning(type, 1) + (marks.size() + 1));
    }

    private static String beginning(String type, int length) {
        int characters = Math.min(length, type.codePointCount(0, type.length()));
        var text = type.substring(0, type.offsetByCodePoints(0, characters));
        int first = text.offsetByCodePoints(0, 1);
        return text.substring(0, first).toUpperCase(Locale.ROOT) + text.substring(first);
    }
}
