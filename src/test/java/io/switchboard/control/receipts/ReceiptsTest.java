package io.switchboard.control.receipts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.switchboard.embedded.TestDatabase;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.LogId;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.TenantId;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

class ReceiptsTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00.123456789Z");

    private static ReceiptsKit kit;

    private final TenantId tenant = TenantId.random();

    @BeforeAll
    static void startDatabase() {
        DataSource database = TestDatabase.migrated("signing", "receipts");
        kit = new ReceiptsKit(database, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @BeforeEach
    void establishKeys() {
        kit.signing.ring().establish(tenant, LogId.random(), "Globex");
    }

    private Receipt append(String action, Outcome outcome) {
        return kit.receipts.append(ReceiptsKit.draft(tenant, action, outcome));
    }

    @Test
    void findsWhatItAppended() {
        Receipt receipt = append("imports.commit", Outcome.ALLOWED);
        assertThat(kit.receipts.find(tenant, receipt.id())).contains(receipt);
        assertThat(receipt.occurredAt()).isEqualTo("2026-03-01T10:00:00.123456Z");
    }

    @Test
    void findsNothingOfAnotherTenant() {
        ReceiptId id = append("imports.commit", Outcome.ALLOWED).id();
        TenantId other = TenantId.random();
        assertThat(kit.receipts.find(other, id)).isEmpty();
        assertThat(kit.query.detail(other, id)).isEmpty();
        assertThat(kit.query.envelope(other, id)).isEmpty();
        assertThat(kit.query
                        .list(other, ReceiptFilter.ALL, Optional.empty(), 10)
                        .total())
                .isZero();
    }

    @Test
    void vanishesWithTheCallersTransaction() {
        new TransactionTemplate(kit.signing.transactions()).executeWithoutResult(status -> {
            append("imports.commit", Outcome.ALLOWED);
            status.setRollbackOnly();
        });
        assertThat(kit.query
                        .list(tenant, ReceiptFilter.ALL, Optional.empty(), 10)
                        .total())
                .isZero();
        assertThat(rows("receipt_disclosure")).isZero();
    }

    @Test
    void keepsDisclosedValuesOutOfPayloadAndTables() {
        Receipt receipt = append("imports.commit", Outcome.ALLOWED);
        ReceiptDetail detail = kit.query.detail(tenant, receipt.id()).orElseThrow();
        assertThat(detail.payload().toString())
                .doesNotContain("Grace", "Hopper")
                .contains("_sd");
        assertThat(detail.disclosures())
                .extracting(ReceiptDetail.Disclosure::value)
                .containsExactlyInAnyOrder("Grace Hopper", "half a \ufffd character");
        assertThat(ciphertexts()).doesNotContain("Grace", encodedPart(detail));
    }

    private static String encodedPart(ReceiptDetail detail) {
        return detail.disclosures().getFirst().encoded().substring(4, 30);
    }

    @Test
    void destroyedValuesAreGoneAndTheReceiptStaysValid() {
        ReceiptId id = append("imports.commit", Outcome.ALLOWED).id();
        assertThat(kit.disclosures.destroy(TenantId.random(), id)).isZero();
        assertThat(kit.disclosures.destroy(tenant, id)).isEqualTo(2);
        ReceiptDetail detail = kit.query.detail(tenant, id).orElseThrow();
        assertThat(detail.disclosures()).isEmpty();
        assertThat(detail.withheld()).isEqualTo(2);
        assertThat(detail.signatureValid()).isTrue();
    }

    @Test
    void noticesAChangedPayload() {
        ReceiptId id = append("imports.commit", Outcome.DENIED).id();
        kit.signing
                .jdbc()
                .sql("UPDATE receipt SET payload = REPLACE(payload, 'denied', 'allowed') WHERE tenant_id = ?")
                .param(tenant.value())
                .update();
        assertThat(kit.query.detail(tenant, id).orElseThrow().signatureValid()).isFalse();
    }

    @Test
    void listsNewestFirstInPages() {
        List<ReceiptId> newestFirst = List.of(
                        append("imports.plan", Outcome.ALLOWED),
                        append("imports.commit", Outcome.DENIED),
                        append("imports.commit", Outcome.ALLOWED))
                .reversed()
                .stream()
                .map(Receipt::id)
                .toList();
        ReceiptPage first = kit.query.list(tenant, ReceiptFilter.ALL, Optional.empty(), 2);
        ReceiptPage second = kit.query.list(tenant, ReceiptFilter.ALL, first.next(), 2);
        assertThat(first.total()).isEqualTo(3);
        assertThat(ids(first)).isEqualTo(newestFirst.subList(0, 2));
        assertThat(ids(second)).isEqualTo(newestFirst.subList(2, 3));
        assertThat(second.next()).isEmpty();
    }

    @Test
    void knowsSinceWhenSomethingIsSo() {
        append("imports.commit", Outcome.DENIED);
        Receipt first = append("imports.commit", Outcome.ALLOWED);
        append("imports.commit", Outcome.ALLOWED);
        var done = ReceiptFilter.allowed(new ActionId("imports.commit"));
        assertThat(kit.query.earliest(tenant, done))
                .map(row -> row.receipt().id())
                .contains(first.id());
        assertThat(kit.query.earliest(TenantId.random(), done)).isEmpty();
    }

    @Test
    void filtersByEverythingGiven() {
        append("imports.plan", Outcome.ALLOWED);
        append("imports.commit", Outcome.DENIED);
        Receipt wanted = append("imports.commit", Outcome.ALLOWED);
        var filter = new ReceiptFilter(
                Optional.of(new ActionId("imports.commit")),
                Optional.of(Outcome.ALLOWED),
                Optional.of("mem_aaaaaaaaaaaaaaaa"),
                Optional.of(NOW.minusSeconds(1)),
                Optional.of(NOW),
                Optional.of(LogState.PENDING));
        assertThat(ids(kit.query.list(tenant, filter, Optional.empty(), 10))).containsExactly(wanted.id());
        var earlier = filter.inPeriod(Optional.empty(), Optional.of(NOW.minusSeconds(1)));
        assertThat(kit.query.list(tenant, earlier, Optional.empty(), 10).total())
                .isZero();
    }

    @Test
    void filtersByTheKindOfActor() {
        append("imports.plan", Outcome.ALLOWED);
        var all = ReceiptFilter.ALL;
        for (var type : Actor.Type.values()) {
            var by = new ReceiptFilter(
                    all.action(), all.outcome(), all.actor(), all.from(), all.to(), all.state(), Optional.of(type));
            assertThat(kit.query.list(tenant, by, Optional.empty(), 10).total())
                    .isEqualTo(type == Actor.Type.USER ? 1 : 0);
        }
    }

    @Test
    void namesTheReceiptsThatFollowedFromIt() {
        ReceiptDraft draft = ReceiptsKit.draft(tenant, "imports.commit", Outcome.ALLOWED);
        Receipt parent = kit.receipts.append(draft);
        Receipt child = kit.receipts.append(ReceiptsKit.childOf(parent.id(), draft));
        assertThat(kit.query.detail(tenant, parent.id()).orElseThrow().children())
                .extracting(row -> row.receipt().id())
                .containsExactly(child.id());
    }

    @Test
    void issuesTheBytesThatTheIdIsOf() {
        ReceiptId id = append("imports.commit", Outcome.ALLOWED).id();
        String envelope = new String(kit.query.envelope(tenant, id).orElseThrow(), StandardCharsets.UTF_8);
        assertThat(envelope).startsWith("{\"payload\":\"");
        assertThat(kit.query.detail(tenant, id).orElseThrow().signatureValid()).isTrue();
    }

    @Test
    void refusesFreeTextAmongTheFacts() {
        for (Object wrong : List.of("Grace Hopper", "grace@example.org", "", 0.5, "x".repeat(129))) {
            assertThatIllegalArgumentException().isThrownBy(() -> Facts.checked(Map.of("name", wrong)));
        }
    }

    private static List<ReceiptId> ids(ReceiptPage page) {
        return page.items().stream().map(row -> row.receipt().id()).toList();
    }

    private long rows(String table) {
        return kit.signing
                .jdbc()
                .sql("SELECT COUNT(*) FROM " + table + " WHERE tenant_id = ?")
                .param(tenant.value())
                .query(Long.class)
                .single();
    }

    private String ciphertexts() {
        return String.join(
                "",
                kit.signing
                        .jdbc()
                        .sql("SELECT ciphertext FROM receipt_disclosure WHERE tenant_id = ?")
                        .param(tenant.value())
                        .query((row, _) -> new String(row.getBytes(1), StandardCharsets.ISO_8859_1))
                        .list());
    }
}
