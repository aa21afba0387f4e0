package io.switchboard.journeys;

import io.switchboard.bench.Report;
import io.switchboard.bench.Rounds;
import io.switchboard.control.receipts.log.Checkpoint;
import io.switchboard.control.receipts.log.Hash;
import io.switchboard.control.receipts.log.InclusionProof;
import io.switchboard.control.receipts.proofs.LogReader;
import io.switchboard.control.receipts.sequencer.QueuedReceipts;
import io.switchboard.kernel.Slug;
import io.switchboard.kernel.TenantId;
import io.switchboard.platform.tenancy.Tenants;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import javax.sql.DataSource;

/**
 * {@code GET /api/receipts/{id}/proof} of receipts anywhere in a log of a million entries, which the portal's own sequencer has integrated into a folder,
 * against {@code GET /api/me} by the same client: an authenticated request that does next to nothing. Turn by turn, one by one. It lives here to reach the
 * running portal with its provider.
 */
public final class ProofFigures {

    private static final int ENTRIES = 1_000_000;
    private static final int PROVEN = 100;
    private static final int WARM_UP = 500;
    private static final int REQUESTS = 2_000;
    private static final double AT_MOST = 2;
    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(10);

    private final JourneyPortal portal;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Random random = new Random(6962);
    private final TenantId tenant;
    private final String authorization;

    private ProofFigures(JourneyPortal portal) {
        this.portal = portal;
        tenant = portal.bean(Tenants.class)
                .findBySlug(new Slug("acme"))
                .orElseThrow()
                .id();
        authorization = "Bearer " + portal.accessToken();
    }

    public static void measure(Report report) throws Exception {
        try (var portal = JourneyPortal.start()) {
            new ProofFigures(portal).rounds(report);
        }
    }

    private void rounds(Report report) throws Exception {
        var receipts = QueuedReceipts.add(portal.bean(DataSource.class), tenant, ENTRIES);
        awaitIntegration();
        requireProofs(receipts);
        alternate(receipts, new Rounds(), new Rounds(), WARM_UP);
        var proof = new Rounds();
        var empty = new Rounds();
        alternate(receipts, proof, empty, REQUESTS);
        report.add(
                "log.proof-p95-of-1M",
                proof.quantile(0.95) * 1_000,
                "ms",
                empty.quantile(0.95) / proof.quantile(0.95),
                "empty-authenticated-request",
                1 / AT_MOST);
    }

    private void awaitIntegration() {
        long end = System.nanoTime() + PATIENCE;
        var logs = portal.bean(LogReader.class);
        while (logs.log(tenant).stream().noneMatch(log -> log.size() >= ENTRIES)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("not integrated in time: " + logs.log(tenant));
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
        }
    }

    private void alternate(List<String> receipts, Rounds proof, Rounds empty, int times) throws Exception {
        for (int i = 0; i < times; i++) {
            int index = random.nextInt(ENTRIES);
            var path = "/api/receipts/" + receipts.get(index) + "/proof";
            proof.time(() -> get(path, body -> body.startsWith("c2sp.org/tlog-proof@v1\nindex ")));
            empty.time(() -> get("/api/me", body -> body.contains("acme-automation")));
        }
    }

    private void requireProofs(List<String> receipts) throws Exception {
        for (int i = 0; i < PROVEN; i++) {
            int place = random.nextInt(ENTRIES);
            var leaf = Hash.leaf(QueuedReceipts.entry(tenant, place));
            get("/api/receipts/" + receipts.get(place) + "/proof", proof -> proves(proof, leaf));
        }
    }

    private static boolean proves(String proof, Hash leaf) {
        int head = proof.indexOf("\n\n");
        var checkpoint = Checkpoint.ofNote(proof.substring(head + 2)).orElseThrow();
        var lines = proof.substring(0, head).lines().skip(1).toList();
        var path = lines.stream()
                .skip(1)
                .map(line -> Hash.of(Base64.getDecoder().decode(line)))
                .toList();
        long index = Long.parseLong(lines.getFirst().substring("index ".length()));
        return checkpoint.size() >= ENTRIES
                && new InclusionProof(index, checkpoint.size(), path)
                        .refutes(leaf, checkpoint.root())
                        .isEmpty();
    }

    private void get(String path, Predicate<String> right) throws Exception {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(URI.create(portal.address() + path))
                        .header("Authorization", authorization)
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() != 200 || !right.test(answer.body())) {
            throw new IllegalStateException(path + " answered " + answer.statusCode() + ": " + answer.body());
        }
    }
}
