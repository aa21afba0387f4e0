package io.switchboard.operations.imports.web;

import io.switchboard.kernel.DecisionId;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.operations.imports.ImportCounts;
import io.switchboard.operations.imports.ImportId;
import io.switchboard.operations.imports.ImportPlan;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An import as the API shows it; {@code format} is {@code csv}, the document format that was recognised, or revert where an import is undone, {@code failure} says in a sentence why it ended without what was asked. */
record ImportAnswer(
        String id,
        String kind,
        String file,
        Instant createdAt,
        String format,
        String status,
        String conflictMode,
        @Nullable String reverts,
        ImportCounts counts,
        @Nullable String receiptId,
        @Nullable String decisionId,
        @Nullable String failure,
        List<String> ignored,
        List<String> notes,
        Map<String, String> links) {

    static ImportAnswer of(ImportPlan plan) {
        var self = "/api/imports/" + plan.id();
        return new ImportAnswer(
                plan.id().value(),
                plan.kind(),
                plan.source().name(),
                plan.createdAt(),
                plan.source().format(),
                plan.status().wire(),
                plan.conflictMode().wire(),
                plan.reverts().map(ImportId::value).orElse(null),
                plan.counts(),
                plan.receipt().map(ReceiptId::value).orElse(null),
                plan.decision().map(DecisionId::value).orElse(null),
                plan.failure().orElse(null),
                plan.ignored(),
                plan.notes(),
                Map.of(
                        "self", self,
                        "changes", self + "/changes",
                        "errors", self + "/errors",
                        "errorsCsv", self + "/errors.csv"));
    }
}
