package io.switchboard.operations.runbooks;

import java.util.List;
import java.util.Optional;

/** Some runbooks, by title; {@code next} where more follow; {@code total} of all that the filter matches. */
public record RunbookPage(List<Runbook> items, Optional<RunbookId> next, long total) {

    public RunbookPage {
        items = List.copyOf(items);
    }
}
