package io.switchboard.operations.entities.web;

import org.jspecify.annotations.Nullable;

/** A number that a parameter may have. */
final class Range {

    private Range() {}

    static int of(String name, @Nullable Integer given, int otherwise, int least, int most) {
        int value = given == null ? otherwise : given;
        if (value < least || value > most) {
            throw EntityProblems.wrongParameter(name, "a number from " + least + " to " + most);
        }
        return value;
    }
}
