package io.switchboard.bench;

import io.switchboard.operations.imports.ImportCounts;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;

/** Dry run, commit and replay of a graph of 120,000 elements against a bare load of the same rows into two tables that are checked for nothing. */
final class GraphImportFigures {

    private static final int ROWS = GraphFile.NODES + GraphFile.EDGES;

    private final BenchServices services;
    private final Path folder;
    private final Rounds peer = new Rounds();
    private final Rounds first = new Rounds();
    private final Rounds dryRun = new Rounds();
    private final Rounds commit = new Rounds();
    private final Rounds replay = new Rounds();

    GraphImportFigures(BenchServices services, Path folder) {
        this.services = services;
        this.folder = folder;
    }

    void measure(Report report) throws Exception {
        var url = services.url("bench_" + UUID.randomUUID().toString().replace("-", ""));
        try (var portal = services.portal(url);
                var bare = DriverManager.getConnection(
                        services.url("bare_graph").replace("allowLocalInfile=false", "allowLocalInfile=true"),
                        "root",
                        "")) {
            var imports = new Importer(portal, "entities");
            var initial = GraphFile.round(folder, 0);
            first.time(() -> imports.dryRun(initial.jgf()));
            require(imports.last().counts(), new ImportCounts(ROWS, ROWS, 0, 0, 0, 0, 0));
            var created = new Rounds();
            created.time(() -> imports.commit(imports.last()));
            System.out.printf(
                    "%,d elements into an empty tenant: dry run %.2f s, commit %.2f s%n",
                    ROWS, first.median(), created.median());
            for (int round = 1; round <= Rounds.COUNT; round++) {
                round(imports, bare, GraphFile.round(folder, round));
            }
        }
        tell(report, "graph-import.dry-run", dryRun, 0.3);
        tell(report, "graph-import.commit", commit, 0.15);
        tell(report, "graph-import.replay", replay, 0.6);
    }

    private void round(Importer imports, Connection bare, GraphFile file) throws Exception {
        empty(bare);
        peer.time(() -> {
            load(bare, "node", file.nodes());
            load(bare, "edge", file.edges());
        });
        dryRun.time(() -> imports.dryRun(file.jgf()));
        require(imports.last().counts(), new ImportCounts(ROWS, 0, ROWS, 0, 0, 0, 0));
        commit.time(() -> imports.commit(imports.last()));
        replay.time(() -> imports.dryRun(file.jgf()));
        require(imports.last().counts(), new ImportCounts(ROWS, 0, 0, ROWS, 0, 0, 0));
    }

    private static void require(ImportCounts counts, ImportCounts expected) {
        if (!counts.equals(expected)) {
            throw new IllegalStateException("wrong counts: " + counts);
        }
    }

    private static void empty(Connection bare) throws SQLException {
        try (var statement = bare.createStatement()) {
            statement.execute(
                    "CREATE OR REPLACE TABLE node (id VARCHAR(128) NOT NULL PRIMARY KEY, type VARCHAR(64), title VARCHAR(200), round VARCHAR(20))");
            statement.execute(
                    "CREATE OR REPLACE TABLE edge (source VARCHAR(128) NOT NULL, target VARCHAR(128) NOT NULL, type VARCHAR(64), round VARCHAR(20), PRIMARY KEY (source, type, target), KEY (target, type, source))");
        }
    }

    private static void load(Connection bare, String table, Path file) throws Exception {
        try (var statement = bare.createStatement();
                InputStream content = Files.newInputStream(file)) {
            statement.unwrap(org.mariadb.jdbc.Statement.class).setLocalInfileInputStream(content);
            statement.executeUpdate("LOAD DATA LOCAL INFILE 'rows' INTO TABLE " + table
                    + " CHARACTER SET utf8mb4 FIELDS TERMINATED BY ',' LINES TERMINATED BY '\\n' IGNORE 1 LINES");
        }
    }

    private void tell(Report report, String name, Rounds product, double goal) {
        report.add(name, ROWS / product.median(), "rows/s", peer.median() / product.median(), "load-data-local", goal);
    }
}
