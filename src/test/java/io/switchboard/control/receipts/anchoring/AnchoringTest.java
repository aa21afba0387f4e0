package io.switchboard.control.receipts.anchoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.control.receipts.proofs.LogReader;
import io.switchboard.control.receipts.proofs.PublishedLogs;
import io.switchboard.control.receipts.sequencer.Sequencer;
import io.switchboard.control.receipts.sequencer.SequencerKit;
import io.switchboard.embedded.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;
import org.bouncycastle.tsp.TimeStampResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

class AnchoringTest {

    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

    private static final DataSource DATABASE = TestDatabase.migrated("signing", "receipts");
    private static final TestAuthority AUTHORITY = new TestAuthority(at(NOON));

    private final SequencerKit kit = new SequencerKit(DATABASE, at(NOON));
    private final Sequencer node = kit.node(at(NOON));
    private final Anchors anchors = new Anchors(JdbcClient.create(DATABASE));

    @BeforeAll
    static void requireAuthority() {
        assertThat(AUTHORITY.roots()).hasSize(1);
    }

    @AfterAll
    static void stop() {
        AUTHORITY.close();
    }

    private static Clock at(Instant now) {
        return Clock.fixed(now, ZoneOffset.UTC);
    }

    private Anchoring anchoring(TimestampAuthority authority, Instant now) {
        return new Anchoring(
                Optional.of(authority),
                anchors,
                new LogReader(new PublishedLogs(JdbcClient.create(DATABASE)), kit.files()),
                at(now),
                new JdbcTransactionManager(DATABASE));
    }

    private static TimestampAuthority real() {
        return new Rfc3161Authority(
                AUTHORITY.address(), new PinnedAuthorities(AUTHORITY.roots()), TestTimestamps.PATIENCE);
    }

    private void publish(int receipts) throws IOException {
        kit.commit(receipts);
        node.advance(kit.tenant());
    }

    private long anchored() {
        return new PublishedLogs(JdbcClient.create(DATABASE))
                .of(kit.tenant())
                .orElseThrow()
                .anchored();
    }

    @Test
    void hasTheNewestCheckpointAttestedByAnAuthority() throws Exception {
        publish(3);
        var anchoring = anchoring(real(), NOON);
        anchoring.work();
        var anchor = anchoring.state(kit.tenant()).newest().orElseThrow();
        assertThat(anchored()).isEqualTo(3);
        assertThat(anchor.at()).isEqualTo(NOON);
        assertThat(anchor.authority()).contains("Test timestamping authority");
        assertThat(anchor.note()).isEqualTo(kit.checkpoint());
        assertThat(new TimeStampResponse(anchor.answer()).getTimeStampToken()).isNotNull();
    }

    @Test
    void anchorsAgainAnHourLaterOrWhenAsked() throws IOException {
        publish(3);
        anchoring(real(), NOON).work();
        publish(1);
        anchoring(real(), NOON.plus(Duration.ofMinutes(59))).work();
        assertThat(anchored()).isEqualTo(3);
        anchoring(real(), NOON.plus(Duration.ofMinutes(60))).work();
        assertThat(anchored()).isEqualTo(4);
        publish(1);
        anchoring(real(), NOON.plus(Duration.ofMinutes(61))).request(kit.tenant());
        anchoring(real(), NOON.plus(Duration.ofMinutes(61))).work();
        assertThat(anchored()).isEqualTo(5);
    }

    @Test
    void triesAgainAfterALongerAndLongerPauseAndSaysWhatIsWrong() throws IOException {
        publish(3);
        var asked = new int[1];
        TimestampAuthority away = content -> {
            asked[0]++;
            throw new AnchoringException("The authority answered 503.");
        };
        for (int minute = 0; minute <= 4; minute++) {
            anchoring(away, NOON.plus(Duration.ofMinutes(minute))).work();
        }
        assertThat(asked[0]).isEqualTo(3); // at 0, 1 and 3 minutes
        assertThat(anchored()).isZero();
        var trouble = anchoring(away, NOON).state(kit.tenant()).trouble().orElseThrow();
        assertThat(trouble.since()).isEqualTo(NOON);
        assertThat(trouble.problem()).contains("503");
        anchoring(real(), NOON.plus(Duration.ofMinutes(30))).work();
        assertThat(anchoring(away, NOON).state(kit.tenant()).trouble()).isEmpty();
        assertThat(anchored()).isEqualTo(3);
    }

    @Test
    void believesNoAuthorityOfAnotherRoot() {
        try (var other = new TestAuthority(at(NOON))) {
            var authority = new Rfc3161Authority(
                    other.address(), new PinnedAuthorities(AUTHORITY.roots()), TestTimestamps.PATIENCE);
            assertThatThrownBy(() -> authority.stamp("note".getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOf(AnchoringException.class)
                    .hasMessageContaining("pinned root");
        }
    }

    @Test
    void believesNoTimestampOfOtherBytes() throws Exception {
        var replayed = AUTHORITY.stamp(new org.bouncycastle.tsp.TimeStampRequestGenerator()
                .generate(org.bouncycastle.tsp.TSPAlgorithms.SHA256, new byte[32]));
        var server = com.sun.net.httpserver.HttpServer.create(
                new java.net.InetSocketAddress(java.net.InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, replayed.length);
            exchange.getResponseBody().write(replayed);
            exchange.close();
        });
        server.start();
        try {
            var address = java.net.URI.create(
                    "http://127.0.0.1:" + server.getAddress().getPort() + "/");
            var authority =
                    new Rfc3161Authority(address, new PinnedAuthorities(AUTHORITY.roots()), TestTimestamps.PATIENCE);
            assertThatThrownBy(() -> authority.stamp("note".getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOf(AnchoringException.class)
                    .hasMessageContaining("no timestamp of the request");
        } finally {
            server.stop(0);
        }
    }
}
