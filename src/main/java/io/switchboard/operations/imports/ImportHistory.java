package io.switchboard.operations.imports;

import io.switchboard.kernel.Actor;
import io.switchboard.kernel.Caller;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** All imports of a tenant, filtered and in pages. Throws {@code NotViewable} for whoever may not look. */
@Service
public class ImportHistory {

    private static final int MOST = 200;

    private final ImportAccess access;
    private final HistoryRows rows;
    private final Clock clock;

    ImportHistory(ImportAccess access, HistoryRows rows, Clock clock) {
        this.access = access;
        this.rows = rows;
        this.clock = clock;
    }

    /** {@code after}: the last import of the page before; after one that is not the tenant's comes nothing. */
    public ImportList list(Caller caller, ImportFilter filter, Optional<ImportId> after, int limit) {
        access.requireViewing(caller);
        var tenant = caller.tenant();
        var now = clock.instant();
        int size = Math.clamp(limit, 1, MOST);
        var found = rows.page(tenant, filter, after, size + 1, now);
        var items = found.subList(0, Math.min(size, found.size())).stream()
                .map(plan -> plan.asOf(now))
                .toList();
        return new ImportList(
                items,
                found.size() > size ? Optional.of(items.getLast().id()) : Optional.empty(),
                rows.total(tenant, filter, now));
    }

    /** Who has brought files so far. */
    public List<Actor> people(Caller caller) {
        access.requireViewing(caller);
        return rows.actors(caller.tenant());
    }
}
