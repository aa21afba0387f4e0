package io.switchboard.operations.runbooks.ui;

import com.vaadin.flow.router.QueryParameters;
import io.switchboard.operations.runbooks.RunbookFilter;
import io.switchboard.operations.runbooks.RunbookId;
import io.switchboard.platform.components.AddressValues;
import java.util.Optional;

/** A filtered list of runbooks as an address: {@code ?q=&dialect=&after=}. */
record RunbookAddress(AddressValues values) {

    static RunbookAddress of(QueryParameters query) {
        return new RunbookAddress(AddressValues.of(query));
    }

    RunbookAddress after(RunbookId last) {
        return new RunbookAddress(values.with("after", Optional.of(last.value())));
    }

    QueryParameters query() {
        return values.query();
    }

    RunbookFilter filter() {
        return new RunbookFilter(values.text("dialect").filter(RunbookWords.DIALECTS::containsKey), values.text("q"));
    }

    boolean filters() {
        return !filter().equals(RunbookFilter.ALL);
    }

    Optional<RunbookId> after() {
        return values.value("after", RunbookId::new);
    }
}
