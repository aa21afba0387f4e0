package io.switchboard.operations.imports;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.mariadb.jdbc.Statement;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.StatementCallback;

/**
 * Pages as a local infile, which is faster and which many servers forbid. It needs {@code local_infile=ON} on the server and
 * {@code allowLocalInfile=true} in the connection's address. No file is involved: the connector reads the pages from memory. JSON has neither tabs nor line ends of
 * its own, so nothing is escaped.
 */
final class LocalInfile implements RowWriter {

    private static final String LOAD = """
            LOAD DATA LOCAL INFILE 'pages' INTO TABLE import_page CHARACTER SET utf8mb4 FIELDS TERMINATED BY '\\t' ESCAPED BY '' LINES TERMINATED BY '\\n'
            (tenant_id, import_id, first_row, last_row, creates, updates, removes, unchanged, conflicts, rejects, reasons, content)""";

    private final JdbcTemplate jdbc;

    LocalInfile(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void write(ImportPlan plan, List<RowPage> pages) {
        var lines = pages.stream().flatMap(page -> line(plan, page)).toList();
        jdbc.execute((StatementCallback<Integer>) statement -> {
            statement
                    .unwrap(Statement.class)
                    .setLocalInfileInputStream(new SequenceInputStream(Collections.enumeration(lines)));
            return statement.executeUpdate(LOAD);
        });
    }

    private static Stream<InputStream> line(ImportPlan plan, RowPage page) {
        var tally = page.tally();
        var head = "%s\t%s\t%d\t%d\t%d\t%d\t%d\t%d\t%d\t%d\t%s\t"
                .formatted(
                        plan.tenant().value(),
                        plan.id().value(),
                        page.first(),
                        page.last(),
                        tally.creates(),
                        tally.updates(),
                        tally.removes(),
                        tally.unchanged(),
                        tally.conflicts(),
                        tally.rejects(),
                        tally.reasons());
        return Stream.of(bytes(head), bytes(page.content()), bytes("\n"));
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
