package io.switchboard.verify;

import java.util.List;

/** The whole answer to a {@link Task}, for people and for programs. */
interface Answer {

    /** 0 valid, 1 not. */
    int exitCode();

    /** For people, the verdict last. */
    List<String> lines();

    /** For programs: one JSON object on one line. */
    String json();
}
