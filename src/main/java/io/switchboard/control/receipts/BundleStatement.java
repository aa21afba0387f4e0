package io.switchboard.control.receipts;

import io.switchboard.kernel.LogId;
import io.switchboard.platform.signing.CanonicalJson;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a bundle's signed statement says: its files by digest, and what they are an answer to. */
final class BundleStatement {

    private static final String PREDICATE = "https://switchboard.example/evidence-bundle/v1";

    private BundleStatement() {}

    static byte[] of(Collection<Spool.Item> files, LogId log, BundleRequest request, int count, long treeSize) {
        Map<String, @Nullable Object> period = new HashMap<>();
        period.put("from", request.scope().from().map(Instant::toString).orElse(null));
        period.put("to", request.scope().to().map(Instant::toString).orElse(null));
        return CanonicalJson.of(Map.of(
                "_type",
                ReceiptStatement.STATEMENT_TYPE,
                "predicateType",
                PREDICATE,
                "subject",
                files.stream()
                        .map(item -> ReceiptStatement.subject(item.path().substring("data/".length()), item.digest()))
                        .toList(),
                "predicate",
                Map.of(
                        "log",
                        log.value(),
                        "createdAt",
                        request.createdAt().toString(),
                        "period",
                        period,
                        "filter",
                        request.filter().stated(),
                        "receiptCount",
                        count,
                        "treeSize",
                        treeSize)));
    }
}
