package io.switchboard.operations.imports;

import io.switchboard.control.enforcement.Enforced;

/** What became of a file: stored and ready for a dry run, not readable as a table at all, or not allowed. The latter two leave nothing stored. */
public sealed interface Upload {

    record Accepted(ImportPlan plan) implements Upload {}

    record Unreadable(String code, String explanation) implements Upload {}

    record Refused(Enforced.Refused<ImportPlan> refusal) implements Upload {}
}
