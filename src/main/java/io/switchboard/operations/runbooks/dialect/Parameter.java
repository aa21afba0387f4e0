package io.switchboard.operations.runbooks.dialect;

/** What a type of step takes in its {@code with}. */
public record Parameter(String name, Shape shape, boolean isRequired) {

    /** What a value may be. Any text may hold templates, {@code {{ … }}}, which are kept and not evaluated. */
    public enum Shape {
        TEXT,
        OBJECT,
        /** As {@link Durations} has it, or a template. */
        DURATION,
        /** Another step's id, or {@code end}. */
        STEP,
        ANY
    }

    static Parameter required(String name, Shape shape) {
        return new Parameter(name, shape, true);
    }

    static Parameter optional(String name, Shape shape) {
        return new Parameter(name, shape, false);
    }
}
