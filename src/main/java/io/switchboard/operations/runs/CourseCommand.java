package io.switchboard.operations.runs;

import io.switchboard.control.enforcement.Enforced;
import java.util.Map;

/** A command that the course of a run does itself. */
abstract class CourseCommand implements Command {

    /** Waiting twice, or asking the same again, is as doing it once: the step is one row and one ticket. */
    @Override
    public final boolean isIdempotent() {
        return true;
    }

    @Override
    public final Enforced<Map<String, String>> run(Invocation invocation) {
        throw new IllegalStateException(id() + " is done by the course of a run");
    }
}
