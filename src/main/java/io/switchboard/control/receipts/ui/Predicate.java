package io.switchboard.control.receipts.ui;

import io.switchboard.control.receipts.ReceiptDetail;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The parts of a receipt's statement that a page shows as they are. */
record Predicate(Map<?, ?> values) {

    static Predicate of(ReceiptDetail detail) {
        return new Predicate(detail.payload().get("predicate") instanceof Map<?, ?> values ? values : Map.of());
    }

    /** The small, flat facts, in the order of their names. */
    Map<String, String> facts() {
        Map<String, String> facts = new TreeMap<>();
        if (values.get("facts") instanceof Map<?, ?> given) {
            given.forEach((name, value) -> facts.put(String.valueOf(name), String.valueOf(value)));
        }
        return facts;
    }

    /** Name and SHA-256 of everything that was acted on, in the order of the statement. */
    static Map<String, String> subjects(ReceiptDetail detail) {
        Map<String, String> subjects = new LinkedHashMap<>();
        if (detail.payload().get("subject") instanceof List<?> list) {
            list.forEach(each -> add(subjects, each));
        }
        return subjects;
    }

    private static void add(Map<String, String> subjects, Object subject) {
        if (subject instanceof Map<?, ?> fields && fields.get("digest") instanceof Map<?, ?> digest) {
            subjects.put(String.valueOf(fields.get("name")), String.valueOf(digest.get("sha256")));
        }
    }
}
