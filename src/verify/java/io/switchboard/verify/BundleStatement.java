package io.switchboard.verify;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the issuer signed about the bundle: its log, its period, how many receipts, and the digest of every other file under data/. */
record BundleStatement(
        String log,
        Instant createdAt,
        Optional<Instant> from,
        Optional<Instant> to,
        long receiptCount,
        long treeSize,
        Map<String, String> digests) {

    static final String PREDICATE = "https://switchboard.example/evidence-bundle/v1";

    private static final Set<String> MEMBERS =
            Set.of("log", "createdAt", "period", "filter", "receiptCount", "treeSize");

    static BundleStatement of(Members payload) throws Refused {
        Statement statement = Statement.of(payload, PREDICATE);
        Members predicate = statement.predicate().only(MEMBERS, Set.of());
        predicate.flat("filter");
        Members period = predicate.object("period").only(Set.of("from", "to"), Set.of());
        return new BundleStatement(
                predicate.text("log", Forms.LOG),
                predicate.time("createdAt"),
                bound(period, "from"),
                bound(period, "to"),
                predicate.whole("receiptCount"),
                predicate.whole("treeSize"),
                digests(statement));
    }

    private static Optional<Instant> bound(Members period, String name) throws Refused {
        return period.isNull(name) ? Optional.empty() : Optional.of(period.time(name));
    }

    private static Map<String, String> digests(Statement statement) throws Refused {
        Map<String, String> digests = new HashMap<>();
        for (Members subject : statement.subjects()) {
            String path = "data/" + subject.text("name");
            if (digests.put(path, Statement.sha256(subject)) != null) {
                throw new Refused("two subjects are called " + path);
            }
        }
        return digests;
    }

    void requireInPeriod(Instant at) throws Refused {
        boolean early = from.isPresent() && at.isBefore(from.get());
        boolean late = to.isPresent() && !at.isBefore(to.get());
        if (early || late) {
            throw new Refused("it occurred at " + at + ", outside the bundle's period");
        }
    }
}
