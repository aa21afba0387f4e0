package io.switchboard.bench;

import io.switchboard.operations.imports.ImportCounts;
import java.nio.file.Path;
import java.util.UUID;

/** Dry run, commit and replay of a kind's rows against a bare load of the same rows; and the heap of a dry run of 100k and of 1M rows. */
final class ImportFigures {

    private static final int MANY_ROWS = 1_000_000;

    private final BenchServices services;
    private final Path folder;
    private final boolean infile;
    private final Sample sample;
    private final int rows;
    private final Rounds peer = new Rounds();
    private final Rounds dryRun = new Rounds();
    private final Rounds commit = new Rounds();
    private final Rounds replay = new Rounds();

    ImportFigures(BenchServices services, Path folder, boolean infile, Sample sample, int rows) {
        this.services = services;
        this.folder = folder;
        this.infile = infile;
        this.sample = sample;
        this.rows = rows;
    }

    /** The rounds take about a minute; {@code heap}, with its million rows, some more. */
    void measure(Report report, boolean heap) throws Exception {
        var url = services.url("bench_" + UUID.randomUUID().toString().replace("-", ""))
                .replace("allowLocalInfile=false", "allowLocalInfile=" + infile);
        try (var portal = services.portal(url, "--switchboard.imports.local-infile=" + infile);
                var bare = new BareLoad(services.url("bare_load"), sample)) {
            var imports = new Importer(portal, sample.kind());
            imports.commit(imports.dryRun(sample.write(folder, rows, 0).path()));
            for (int round = 1; round <= Rounds.COUNT; round++) {
                round(imports, bare, sample.write(folder, rows, round));
            }
            tell(report);
            if (heap) {
                heap(imports, report);
            }
        }
    }

    private void round(Importer imports, BareLoad bare, Sample.Written file) throws Exception {
        bare.empty();
        peer.time(() -> bare.load(file));
        dryRun.time(() -> imports.dryRun(file.path()));
        requireCounts(imports.last().counts(), file.creates(), file.updates(), 0, file.rejects());
        commit.time(() -> imports.commit(imports.last()));
        replay.time(() -> imports.dryRun(file.path()));
        requireCounts(imports.last().counts(), 0, 0, file.creates() + file.updates(), file.rejects());
    }

    private static void requireCounts(ImportCounts counts, long create, long update, long unchanged, long reject) {
        if (counts.create() != create
                || counts.update() != update
                || counts.unchanged() != unchanged
                || counts.reject() != reject) {
            throw new IllegalStateException("wrong counts: " + counts);
        }
    }

    private void tell(Report report) {
        tell(report, name("dry-run"), dryRun, infile ? 0.45 : 0.3);
        tell(report, name("commit"), commit, infile ? 0.25 : 0.15);
        tell(report, name("replay"), replay, infile ? 1.0 : 0.6);
    }

    private String name(String figure) {
        var kind = sample.kind().equals("identities") ? "" : sample.kind() + ".";
        return "import." + kind + figure + (infile ? "-local-infile" : "");
    }

    private void tell(Report report, String name, Rounds product, double goal) {
        report.add(name, rows / product.median(), "rows/s", peer.median() / product.median(), "load-data-local", goal);
    }

    private void heap(Importer imports, Report report) throws Exception {
        var some = sample.write(folder, rows, Rounds.COUNT + 1);
        var many = sample.write(folder, MANY_ROWS, Rounds.COUNT + 1);
        double less = LiveHeap.peakDuring(() -> imports.dryRun(some.path()));
        double more = LiveHeap.peakDuring(() -> imports.dryRun(many.path()));
        report.add("import.heap-of-1M-rows", more / 1e6, "MB", less / more, "heap-of-100k-rows", 1 / 1.3);
    }
}
