package io.switchboard.control.receipts.web;

import io.switchboard.control.receipts.Purged;
import io.switchboard.control.receipts.Receipt;
import io.switchboard.control.receipts.ReceiptDetail;
import io.switchboard.control.receipts.ReceiptPage;
import io.switchboard.control.receipts.ReceiptRow;
import io.switchboard.kernel.DecisionId;
import io.switchboard.kernel.ReceiptId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The bodies of {@link ReceiptsController}'s answers. */
final class ReceiptJson {

    private ReceiptJson() {}

    record Page(List<Item> items, @Nullable String next, long total) {

        static Page of(ReceiptPage page) {
            return new Page(
                    page.items().stream().map(Item::of).toList(),
                    page.next().map(ReceiptId::value).orElse(null),
                    page.total());
        }
    }

    record ActorJson(String type, String id) {}

    record Item(
            String id,
            ActorJson actor,
            String action,
            String outcome,
            @Nullable String decisionId,
            String correlationId,
            @Nullable String parent,
            String occurredAt,
            String state) {

        static Item of(ReceiptRow row) {
            Receipt receipt = row.receipt();
            return new Item(
                    receipt.id().value(),
                    new ActorJson(receipt.actor().type().wire(), receipt.actor().id()),
                    receipt.action().value(),
                    receipt.outcome().wire(),
                    receipt.decision().map(DecisionId::value).orElse(null),
                    receipt.correlation().value(),
                    receipt.parent().map(ReceiptId::value).orElse(null),
                    receipt.occurredAt().toString(),
                    row.state().wire());
        }
    }

    record SignatureJson(String keyId, boolean valid) {}

    record PurgedJson(String at, String manifest) {

        static PurgedJson of(Purged purged) {
            return new PurgedJson(purged.at().toString(), "/api/retention/manifests/" + purged.purge());
        }
    }

    record DisclosureJson(String name, String value, String disclosure) {}

    record Detail(
            Item receipt,
            Map<String, Object> payload,
            SignatureJson signature,
            List<DisclosureJson> disclosures,
            int withheld,
            @Nullable PurgedJson purged,
            List<Item> children) {

        static Detail of(ReceiptDetail detail) {
            return new Detail(
                    Item.of(detail.row()),
                    detail.payload(),
                    new SignatureJson(detail.keyId(), detail.signatureValid()),
                    detail.disclosures().stream()
                            .map(value -> new DisclosureJson(value.name(), value.value(), value.encoded()))
                            .toList(),
                    detail.withheld(),
                    detail.purged().map(PurgedJson::of).orElse(null),
                    detail.children().stream().map(Item::of).toList());
        }
    }
}
