package io.switchboard.operations.imports.ui;

import com.vaadin.flow.router.QueryParameters;
import io.switchboard.operations.imports.ImportFilter;
import io.switchboard.operations.imports.ImportId;
import io.switchboard.operations.imports.ImportStatus;
import io.switchboard.platform.components.AddressValues;
import java.util.Optional;

/** What the address of the list of imports says: {@code kind}, {@code status}, {@code by}, {@code from} and {@code until} (days in UTC, both included), {@code after}. */
record ImportAddress(AddressValues values) {

    static ImportAddress of(QueryParameters query) {
        return new ImportAddress(AddressValues.of(query));
    }

    ImportFilter filter() {
        return new ImportFilter(
                values.text("kind"),
                values.text("status").flatMap(ImportStatus::parse),
                values.text("by"),
                values.day("from").map(AddressValues::startOf),
                values.day("until").map(day -> AddressValues.startOf(day.plusDays(1))));
    }

    Optional<ImportId> after() {
        return values.value("after", ImportId::new);
    }

    AddressValues after(ImportId last) {
        return values.with("after", Optional.of(last.value()));
    }
}
