package io.switchboard.operations.runs;

import java.util.List;
import java.util.Optional;

/** Some runs without their steps, latest first; {@code next} where more follow; {@code total} of all that the filter matches. */
public record RunPage(List<Run> items, Optional<RunId> next, long total) {

    public RunPage {
        items = List.copyOf(items);
    }
}
