package io.switchboard.control.receipts;

import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.DecisionId;
import io.switchboard.kernel.LogId;
import io.switchboard.kernel.Sha256;
import io.switchboard.kernel.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@link ReceiptAudit} on the table of receipts. A payload that does not read as a receipt is an {@link IllegalStateException} naming it. */
@Service
class ReceiptAuditor implements ReceiptAudit {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int PAGE = 500;

    private final StoredReceipts receipts;

    ReceiptAuditor(StoredReceipts receipts) {
        this.receipts = receipts;
    }

    @Override
    public long count(TenantId tenant, ReceiptFilter filter) {
        return receipts.count(tenant, filter);
    }

    @Override
    public Stream<SignedReceipt> signed(TenantId tenant, ReceiptFilter filter) {
        return signedAfter(tenant, filter, "");
    }

    @Override
    public Stream<SignedReceipt> signedAfter(TenantId tenant, ReceiptFilter filter, String id) {
        return Stream.iterate(
                        receipts.pageById(tenant, filter, id, PAGE),
                        page -> !page.isEmpty(),
                        page -> receipts.pageById(tenant, filter, last(page), PAGE))
                .flatMap(List::stream)
                .map(ReceiptAuditor::read);
    }

    private static String last(List<StoredReceipt> page) {
        return page.getLast().receipt().id().value();
    }

    private static SignedReceipt read(StoredReceipt stored) {
        try {
            return read(stored, JSON.readTree(stored.envelope().payload()));
        } catch (RuntimeException e) {
            throw new IllegalStateException(
                    "the payload of " + stored.receipt().id() + " does not read as a receipt", e);
        }
    }

    private static SignedReceipt read(StoredReceipt stored, JsonNode statement) {
        var predicate = statement.required("predicate");
        return new SignedReceipt(
                stored.receipt().id(),
                stored.envelope(),
                new LogId(predicate.required("log").asString()),
                new ActionId(predicate.required("action").asString()),
                Outcome.valueOf(predicate.required("outcome").asString().toUpperCase(Locale.ROOT)),
                predicate.optional("decision").map(ReceiptAuditor::decision),
                Instant.parse(predicate.required("occurredAt").asString()),
                subjects(statement.required("subject")));
    }

    private static SignedReceipt.CitedDecision decision(JsonNode decision) {
        return new SignedReceipt.CitedDecision(
                new DecisionId(decision.required("id").asString()),
                new Sha256(decision.required("bundleDigest").asString()));
    }

    private static List<String> subjects(JsonNode subjects) {
        return StreamSupport.stream(subjects.spliterator(), false)
                .map(subject -> subject.optional("name").map(JsonNode::asString))
                .flatMap(Optional::stream)
                .toList();
    }
}
