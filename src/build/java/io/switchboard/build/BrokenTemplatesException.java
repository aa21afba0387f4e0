package io.switchboard.build;

import java.util.List;

/** Templates that do not compile; the message lists each with its file and reason, so that one build shows them all. */
public final class BrokenTemplatesException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BrokenTemplatesException(List<String> faults) {
        super("These report templates do not compile. Correct them and build again:\n" + String.join("\n", faults));
    }
}
