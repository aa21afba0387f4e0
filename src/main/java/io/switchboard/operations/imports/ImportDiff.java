package io.switchboard.operations.imports;

import io.switchboard.kernel.Caller;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** What a plan would do, row by row, and the ticks on rows that raise privileges. Reads pages, so the number of rows does not matter. */
@Service
public class ImportDiff {

    private static final int MOST = 500;

    private final ImportAccess access;
    private final Lookup lookup;
    private final Targets targets;
    private final PlannedRows rows;

    ImportDiff(ImportAccess access, Lookup lookup, Targets targets, PlannedRows rows) {
        this.access = access;
        this.lookup = lookup;
        this.targets = targets;
        this.rows = rows;
    }

    /** Rows of a diff, and how many the filter has in all. */
    public record Page(List<PlannedChange> items, long total) {}

    /** At most 500 rows (8 where they can be long) in the file's order; {@code search} is a part of the key, without regard to case. */
    public Optional<Page> page(Caller caller, ImportId id, ChangeKind kind, String search, int offset, int limit) {
        return find(caller, id)
                .map(plan -> new Page(rows(plan, kind, search, offset, few(plan, limit)), count(plan, kind, search)));
    }

    private int few(ImportPlan plan, int limit) {
        return targets.of(plan.kind()).table().rowsAtOnce(limit);
    }

    /** Like {@link #page} without the total, which a list asks for once and not for every page. */
    public List<PlannedChange> rows(Caller caller, ImportId id, ChangeKind kind, String search, int offset, int limit) {
        return find(caller, id)
                .map(plan -> rows(plan, kind, search, offset, limit))
                .orElse(List.of());
    }

    public long count(Caller caller, ImportId id, ChangeKind kind, String search) {
        return find(caller, id).map(plan -> count(plan, kind, search)).orElse(0L);
    }

    private List<PlannedChange> rows(ImportPlan plan, ChangeKind kind, String search, int offset, int limit) {
        return rows.page(plan, targets.of(plan.kind()), kind, search, Math.max(0, offset), Math.clamp(limit, 1, MOST));
    }

    private long count(ImportPlan plan, ChangeKind kind, String search) {
        return search.isEmpty() ? kind.in(plan.counts()) : rows.count(plan, targets.of(plan.kind()), kind, search);
    }

    /** Includes a held row in the next commit, or takes it out again; false where there is no such row or the plan has ended. */
    public boolean tick(Caller caller, ImportId id, int row, boolean ticked) {
        return find(caller, id)
                .filter(plan -> plan.status() == ImportStatus.PLANNED)
                .map(plan -> rows.tick(plan, row, ticked))
                .orElse(false);
    }

    /** The keys of the held rows that are ticked. */
    public List<String> ticked(Caller caller, ImportId id) {
        return find(caller, id).map(rows::ticked).orElse(List.of());
    }

    /** How many rows of the file were read so far. */
    public long staged(Caller caller, ImportId id) {
        return find(caller, id).map(rows::staged).orElse(0L);
    }

    /** A stored value as a person reads it. */
    public String shown(ImportPlan plan, String field, String stored) {
        return targets.of(plan.kind()).shown(field, stored);
    }

    private Optional<ImportPlan> find(Caller caller, ImportId id) {
        access.requireViewing(caller);
        return lookup.find(caller.tenant(), id).filter(plan -> plan.clearedAt().isEmpty());
    }
}
