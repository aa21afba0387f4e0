package io.switchboard.operations.imports;

import java.sql.PreparedStatement;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * Finds what the rows of a file would change. A file that is large beside its tenant is compared with all of the tenant's rows, read once and held; any other asks
 * for the keys that it has, as does one of a tenant whose long fields are too long together. What is held does not depend on the file's length and is at most some 40 MB.
 */
@Repository
class TargetLookup {

    private static final int HELD = 200_000;
    private static final int HELD_CHARACTERS = 16_000_000;
    /** A row by its key takes about as long as eight in a scan. */
    private static final int SCANNED_AS_FAST = 8;

    private static final int USUAL_ROW_BYTES = 80;
    private static final int FETCHED = 2_000;

    private final JdbcTemplate jdbc;

    TargetLookup(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Answers, for rows of the file, at least their targets. */
    Function<List<FileRow>, KnownTargets> of(ImportPlan plan, DiffSql sql, long members) {
        if (members <= HELD
                && members <= SCANNED_AS_FAST * plan.source().bytes() / USUAL_ROW_BYTES
                && fits(plan, sql)) {
            var all = read(sql.targets(0), (int) members, plan.tenant().value());
            return rows -> all;
        }
        return rows -> asked(plan, sql, rows);
    }

    /** Fields of a few thousand characters are mostly short; only their sum tells. */
    private boolean fits(ImportPlan plan, DiffSql sql) {
        return sql.longCharacters()
                .map(statement ->
                        jdbc.queryForObject(statement, Long.class, plan.tenant().value()))
                .map(characters -> characters <= HELD_CHARACTERS)
                .orElse(!sql.hasLongFields());
    }

    private KnownTargets asked(ImportPlan plan, DiffSql sql, List<FileRow> rows) {
        var keys = rows.stream()
                .flatMap(row -> row instanceof FileRow.Valid valid ? Stream.of(valid.key()) : Stream.empty())
                .toList();
        return keys.isEmpty()
                ? new KnownTargets(0)
                : read(
                        sql.targets(keys.size()),
                        keys.size(),
                        Stream.concat(Stream.of(plan.tenant().value()), keys.stream())
                                .toArray());
    }

    private KnownTargets read(String sql, int expected, Object... parameters) {
        var known = new KnownTargets(expected);
        jdbc.query(
                connection -> {
                    var statement = connection.prepareStatement(sql);
                    statement.setFetchSize(FETCHED);
                    bind(statement, parameters);
                    return statement;
                },
                row -> {
                    known.add(TargetRow.of(row));
                });
        return known;
    }

    private static void bind(PreparedStatement statement, Object[] parameters) throws java.sql.SQLException {
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
    }
}
