package io.switchboard.operations.imports;

/** One field of a row before and after, in stored form; an empty text is no value. */
public record FieldChange(String field, String before, String after) {

    public boolean differs() {
        return !before.equals(after);
    }
}
