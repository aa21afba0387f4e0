package io.switchboard.operations.runbooks;

import java.util.Optional;

/** What narrows a list of runbooks: {@code text} is searched for in key and title. */
public record RunbookFilter(Optional<String> dialect, Optional<String> text) {

    public static final RunbookFilter ALL = new RunbookFilter(Optional.empty(), Optional.empty());
}
