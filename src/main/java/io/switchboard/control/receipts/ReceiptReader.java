package io.switchboard.control.receipts;

import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.TenantId;
import io.switchboard.platform.signing.KeyRing;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** {@link ReceiptQuery} on the tables. */
@Service
class ReceiptReader implements ReceiptQuery {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final StoredReceipts receipts;
    private final Disclosures disclosures;
    private final KeyRing keys;

    ReceiptReader(StoredReceipts receipts, Disclosures disclosures, KeyRing keys) {
        this.receipts = receipts;
        this.disclosures = disclosures;
        this.keys = keys;
    }

    @Override
    public ReceiptPage list(TenantId tenant, ReceiptFilter filter, Optional<ReceiptId> cursor, int limit) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("a page has 1 to " + MAX_LIMIT + " receipts");
        }
        List<StoredReceipt> found = receipts.page(tenant, filter, cursor, limit + 1);
        List<ReceiptRow> items =
                found.stream().limit(limit).map(StoredReceipt::row).toList();
        Optional<ReceiptId> next =
                found.size() > limit ? Optional.of(items.getLast().receipt().id()) : Optional.empty();
        return new ReceiptPage(items, next, receipts.count(tenant, filter));
    }

    @Override
    public Optional<ReceiptRow> earliest(TenantId tenant, ReceiptFilter filter) {
        return receipts.earliest(tenant, filter).map(StoredReceipt::row);
    }

    @Override
    public Map<ReceiptId, LogState> states(TenantId tenant, Collection<ReceiptId> ids) {
        return ids.isEmpty() ? Map.of() : receipts.states(tenant, ids);
    }

    @Override
    public Optional<byte[]> envelope(TenantId tenant, ReceiptId id) {
        return receipts.find(tenant, id).map(stored -> stored.envelope().bytes());
    }

    @Override
    public Optional<ReceiptDetail> detail(TenantId tenant, ReceiptId id) {
        return receipts.find(tenant, id).map(stored -> detail(tenant, stored));
    }

    private ReceiptDetail detail(TenantId tenant, StoredReceipt stored) {
        Receipt receipt = stored.receipt();
        Map<String, Object> payload =
                JSON.readValue(stored.envelope().payload(), new TypeReference<Map<String, Object>>() {});
        List<ReceiptDetail.Disclosure> open =
                disclosures
                        .open(tenant, List.of(receipt.id()))
                        .getOrDefault(receipt.id().value(), List.of())
                        .stream()
                        .map(ReceiptReader::decoded)
                        .toList();
        int withheld = commitments(payload) - open.size();
        return new ReceiptDetail(
                stored.row(),
                stored.index(),
                payload,
                stored.envelope().bytes(),
                stored.envelope().keyId(),
                keys.verifies(tenant, stored.envelope(), receipt.occurredAt()),
                open,
                withheld,
                withheld > 0 ? disclosures.purged(tenant, receipt.id()) : Optional.empty(),
                receipts.children(tenant, receipt.id()).stream()
                        .map(StoredReceipt::row)
                        .toList());
    }

    private static int commitments(Map<String, Object> payload) {
        return payload.get("predicate") instanceof Map<?, ?> predicate
                        && predicate.get("_sd") instanceof List<?> digests
                ? digests.size()
                : 0;
    }

    private static ReceiptDetail.Disclosure decoded(Disclosed disclosed) {
        byte[] json = Base64.getUrlDecoder().decode(disclosed.encoded());
        List<String> triple =
                JSON.readValue(new String(json, StandardCharsets.UTF_8), new TypeReference<List<String>>() {});
        return new ReceiptDetail.Disclosure(triple.get(1), triple.get(2), disclosed.encoded());
    }
}
