package io.switchboard.control.policy;

import java.util.SortedSet;

/** What Cedar answered. Broken means that it could not answer, which counts as a denial. */
sealed interface Evaluation {

    record Answered(boolean allowed, SortedSet<String> determining) implements Evaluation {}

    record Broken(String problem) implements Evaluation {}

    default boolean isAllowed() {
        return this instanceof Answered(boolean allowed, var ignored) && allowed;
    }
}
