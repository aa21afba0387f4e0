package io.switchboard.control.receipts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.embedded.TestDatabase;
import io.switchboard.kernel.LogId;
import io.switchboard.kernel.TenantId;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FeedReaderTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    @SuppressWarnings("NullAway.Init")
    private static DataSource database;

    private final TenantId tenant = TenantId.random();
    private final ReceiptsKit kit = new ReceiptsKit(database, Clock.fixed(NOW, ZoneOffset.UTC));
    private final ReceiptFeed feed = new FeedReader(kit.signing.jdbc());

    @BeforeAll
    static void migrate() {
        database = TestDatabase.migrated("signing", "receipts");
    }

    @BeforeEach
    void establish() {
        kit.signing.ring().establish(tenant, LogId.random(), "Globex");
    }

    private Receipt append() {
        return kit.receipts.append(ReceiptsKit.draft(tenant, "imports.plan", Outcome.ALLOWED));
    }

    @Test
    void handsOnWhatAReceiptIsAboutAndStatesAndFollowsFrom() {
        var parent = append();
        var child = kit.receipts.append(
                ReceiptsKit.childOf(parent.id(), ReceiptsKit.draft(tenant, "imports.commit", Outcome.ALLOWED)));
        assertThat(feed.waiting(tenant)).hasSize(2).anySatisfy(fed -> {
            assertThat(fed.head()).isEqualTo(child);
            assertThat(fed.cause()).contains(new FedReceipt.Cause(parent.action(), NOW));
            assertThat(fed.facts()).isEmpty();
        });
        assertThat(feed.waiting(tenant)).anySatisfy(fed -> {
            assertThat(fed.head()).isEqualTo(parent);
            assertThat(fed.cause()).isEmpty();
            assertThat(fed.count("created")).isEqualTo(3);
            assertThat(fed.code("sourceDigest")).isPresent();
            assertThat(fed.code("created")).isEmpty();
            assertThat(fed.subjects()).containsExactly(new SubjectName("import", "imp_1"));
        });
    }

    @Test
    void movesAReceiptFromThoseThatWaitToTheLog() throws IOException {
        append();
        append();
        kit.sequencer.advance(tenant);
        append();
        assertThat(feed.waiting(tenant)).hasSize(1);
        assertThat(feed.from(tenant, 0, 10))
                .extracting(FedReceipt::index)
                .containsExactly(OptionalLong.of(0), OptionalLong.of(1));
        assertThat(feed.from(tenant, 1, 10)).extracting(FedReceipt::index).containsExactly(OptionalLong.of(1));
        assertThat(feed.from(tenant, 0, 1)).hasSize(1);
        assertThat(feed.from(tenant, 2, 10)).isEmpty();
    }

    @Test
    void knowsNothingOfAnotherTenant() throws IOException {
        append();
        kit.sequencer.advance(tenant);
        append();
        assertThat(feed.from(TenantId.random(), 0, 10)).isEmpty();
        assertThat(feed.waiting(TenantId.random())).isEmpty();
    }

    @Test
    void handsOnNoMoreAtOnceThanAThousand() {
        assertThatThrownBy(() -> feed.from(tenant, 0, 1_001)).hasMessageContaining("1000");
    }
}
