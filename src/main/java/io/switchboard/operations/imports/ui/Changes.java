package io.switchboard.operations.imports.ui;

import com.vaadin.flow.data.provider.AbstractBackEndDataProvider;
import com.vaadin.flow.data.provider.Query;
import io.switchboard.kernel.Caller;
import io.switchboard.operations.imports.ChangeKind;
import io.switchboard.operations.imports.ImportDiff;
import io.switchboard.operations.imports.ImportId;
import io.switchboard.operations.imports.PlannedChange;
import java.util.stream.Stream;

/** Pages of a plan's rows, as a grid asks for them. A row is itself by its number, ticked or not. */
final class Changes extends AbstractBackEndDataProvider<PlannedChange, Void> {

    private static final long serialVersionUID = 1L;

    private final transient Caller caller;
    private final transient ImportDiff diff;
    private final transient ImportId id;
    private ChangeKind kind = ChangeKind.ALL;
    private String search = "";

    Changes(Caller caller, ImportDiff diff, ImportId id) {
        this.caller = caller;
        this.diff = diff;
        this.id = id;
    }

    void only(ChangeKind wanted) {
        kind = wanted;
        refreshAll();
    }

    void containing(String part) {
        search = part;
        refreshAll();
    }

    @Override
    protected Stream<PlannedChange> fetchFromBackEnd(Query<PlannedChange, Void> query) {
        return diff.rows(caller, id, kind, search, query.getOffset(), query.getLimit()).stream();
    }

    @Override
    protected int sizeInBackEnd(Query<PlannedChange, Void> query) {
        return Math.toIntExact(diff.count(caller, id, kind, search));
    }

    @Override
    public Object getId(PlannedChange change) {
        return change.row();
    }
}
