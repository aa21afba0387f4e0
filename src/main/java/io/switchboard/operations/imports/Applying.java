package io.switchboard.operations.imports;

import io.switchboard.control.enforcement.ChangeFailure;
import io.switchboard.kernel.Utc;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Writes planned rows into their table; refuses where a target is no longer as the plan saw it, and says which. */
@Component
class Applying {

    private static final int NAMED = 5;

    private final ImportRows rows;
    private final Clock clock;

    Applying(ImportRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    void apply(ImportPlan plan, DiffSql sql, ImportCounts counts) {
        if (!sql.table().references().isEmpty()) {
            rows.takeTurn(plan);
        }
        requireFresh(plan, sql);
        try {
            write(plan, sql, counts);
        } catch (DuplicateKeyException e) {
            throw new ChangeFailure(
                    "stale-plan",
                    "A row that the plan would create exists by now. Upload the file again to see what it does now.");
        }
        requireNoneDangling(plan, sql);
    }

    private void requireNoneDangling(ImportPlan plan, DiffSql sql) {
        var dangling = rows.danglingAfter(plan, sql);
        if (!dangling.isEmpty()) {
            throw new ChangeFailure(
                    "stale-plan",
                    "What some of the plan's rows refer to is gone since it was made: " + some(dangling)
                            + ". Upload the file again to see what it does now.");
        }
    }

    private void requireFresh(ImportPlan plan, DiffSql sql) {
        if (plan.baseRevision().equals(Optional.of(rows.revision(plan, sql)))) {
            return;
        }
        var changed = rows.stale(plan, sql);
        if (!changed.isEmpty()) {
            throw stale(changed);
        }
    }

    private void write(ImportPlan plan, DiffSql sql, ImportCounts counts) {
        var now = Utc.column(clock.instant());
        long created = rows.create(plan, sql, now);
        long updated = rows.update(plan, sql, now);
        long removed = counts.remove() == 0 ? 0 : rows.remove(plan, sql);
        if (created != counts.create() || updated != counts.update() || removed != counts.remove()) {
            throw stale(rows.stale(plan, sql));
        }
    }

    private static ChangeFailure stale(List<String> changed) {
        return new ChangeFailure(
                "stale-plan",
                changed.size() + " of the plan's rows changed since it was made: " + some(changed)
                        + ". Upload the file again to see what it does now.",
                Map.of("changed", (long) changed.size()));
    }

    private static String some(List<String> keys) {
        return String.join(", ", keys.subList(0, Math.min(NAMED, keys.size()))) + (keys.size() > NAMED ? ", …" : "");
    }
}
