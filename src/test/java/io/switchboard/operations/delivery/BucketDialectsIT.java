package io.switchboard.operations.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.EnforcementKit;
import io.switchboard.control.enforcement.Viewing;
import io.switchboard.control.receipts.Subject;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.MemberId;
import io.switchboard.kernel.Role;
import io.switchboard.kernel.Sha256;
import io.switchboard.kernel.TenantId;
import io.switchboard.operations.delivery.Bucket.Dialect;
import io.switchboard.operations.delivery.Destination.Kind;
import io.switchboard.operations.webhooks.AllowedHosts;
import io.switchboard.operations.webhooks.TestHosts;
import io.switchboard.platform.outbound.BucketSignature;
import io.switchboard.platform.outbound.Network;
import io.switchboard.platform.outbound.OutboundException;
import io.switchboard.platform.outbound.Posts;
import io.switchboard.platform.outbound.Reach;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a bucket is given, at real servers: each dialect at one that looks at its checksum. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BucketDialectsIT {

    private static final Clock TIME = Clock.systemUTC();
    private static final byte[] PDF = "%PDF-1.7 of a week".getBytes(StandardCharsets.UTF_8);
    private static final EnforcementKit KIT = EnforcementKit.at(TIME, "delivery", "webhooks");
    private static final TenantId ACME = KIT.tenant("acme").id();

    private final Reach reach = new Reach(Set.of(Network.LOOPBACK));
    private final AllowedHosts hosts = TestHosts.on(KIT.jdbc());
    private final BucketRows rows = new BucketRows(KIT.jdbc(), KIT.signing().box());
    private final Buckets buckets = new Buckets(
            KIT.enforcement(), new Viewing(KIT.policy()), rows, new HealthRows(KIT.jdbc()), reach, hosts, TIME);
    private final BucketCarrier carrier =
            new BucketCarrier(rows, hosts, List.of(new OneReport()), new Posts(reach), TIME);
    private final Caller ada = new Caller(ACME, Actor.user(MemberId.random()), Set.of(Role.PARTNER_ADMIN));

    private int made;

    @SuppressWarnings("NullAway.Init")
    private Map<Dialect, S3Server> servers;

    private static final class OneReport implements AnnouncedFiles {

        @Override
        public String type() {
            return "trust-report.issued";
        }

        @Override
        public List<SharedFile> of(TenantId tenant, String about) {
            return List.of(new SharedFile("report.pdf", "application/pdf", PDF));
        }
    }

    @BeforeAll
    void start(@TempDir Path one, @TempDir Path other) throws Exception {
        servers = Map.of(Dialect.S3, S3Server.adobe(one), Dialect.COMPATIBLE, S3Server.proxy(other));
    }

    @AfterAll
    void end() {
        for (var server : servers.values()) {
            server.close();
        }
    }

    private S3Server server(Dialect dialect) {
        return Optional.ofNullable(servers.get(dialect)).orElseThrow();
    }

    private Bucket connected(Dialect dialect, String bucket, BucketKeys keys) {
        var name = "bucket-" + made++;
        var draft = new Buckets.Draft(
                new Destination(Kind.BUCKET, name),
                server(dialect).endpoint(),
                "us-east-1",
                bucket,
                "switchboard/reports",
                dialect);
        var ended = buckets.connect(ada, draft, keys);
        assertThat(ended).isInstanceOf(Enforced.Done.class);
        return ((Enforced.Done<Bucket>) ended).value();
    }

    private static OutboxMessage message() {
        return new OutboxMessage(
                ACME, MessageId.random(), "trust-report.issued", "2026-11-16-1", "{}", Optional.empty());
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void keepsTheFilesUnderTheirDigestsAndAgainTheSame(Dialect dialect) throws Exception {
        var bucket = connected(dialect, S3Server.BUCKET, S3Server.KEYS);
        var message = message();
        for (int time = 0; time < 2; time++) {
            var answer = carrier.open(ACME, bucket.destination().name()).carry(message);
            assertThat(answer.isTaken()).as(answer.toString()).isTrue();
            assertThat(answer.stored()).extracting(Subject::digest).containsExactly(Sha256.of(PDF), Sha256.of("{}"));
        }
        var object = bucket.object(
                ACME.value(),
                "trust-report.issued",
                "2026-11-16-1",
                Sha256.of(PDF).hex(),
                "report.pdf");
        assertThat(read(bucket, object)).isEqualTo(PDF);
    }

    private static byte[] read(Bucket bucket, URI object) throws Exception {
        var request = HttpRequest.newBuilder(object);
        new BucketSignature(bucket.region(), S3Server.KEYS.accessKey(), S3Server.KEYS.secretKey())
                .headers(object, TIME)
                .forEach(request::header);
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request.build(), BodyHandlers.ofByteArray()).body();
        }
    }

    /** Otherwise the checksum of the dialect would be for nothing. */
    @ParameterizedTest
    @EnumSource(Dialect.class)
    void theServerRefusesWhatDoesNotHaveItsChecksum(Dialect dialect) throws Exception {
        var bucket = connected(dialect, S3Server.BUCKET, new BucketKeys("local", "x".repeat(40)));
        var object = bucket.object("damaged");
        var wrong = switch (dialect) {
            case S3 -> Map.of("x-amz-checksum-sha256", Base64.getEncoder().encodeToString(new byte[32]));
            case COMPATIBLE -> Map.of("Content-MD5", Base64.getEncoder().encodeToString(new byte[16]));
        };
        var headers = new BucketSignature("us-east-1", S3Server.KEYS.accessKey(), S3Server.KEYS.secretKey())
                .headers(object, PDF, wrong, TIME);
        var answer = new Posts(reach)
                .put(new Posts.Put(
                        "The bucket", object.toString(), headers, "text/plain", PDF, Duration.ofSeconds(20)));
        assertThat(answer.status()).as(answer.beginning()).isEqualTo(400);
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void aBucketThatIsNotThereIsNoSuccess(Dialect dialect) throws OutboundException {
        var bucket = connected(dialect, "another-one", S3Server.KEYS);
        var answer = carrier.open(ACME, bucket.destination().name()).carry(message());
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.beginning()).contains("NoSuchBucket");
        assertThat(answer.isTaken()).isFalse();
    }

    @Test
    void aWrongKeyIsRefusedByTheServerThatLooksAtSignatures() throws OutboundException {
        var bucket = connected(Dialect.COMPATIBLE, S3Server.BUCKET, new BucketKeys("local", "wrong"));
        assertThat(carrier.open(ACME, bucket.destination().name())
                        .carry(message())
                        .status())
                .isEqualTo(403);
    }

    @Test
    void keysAreKeptEncryptedAndWhatIsNoBucketIsRefused() {
        connected(Dialect.S3, "kept-away", S3Server.KEYS);
        assertThat(KIT.jdbc()
                        .sql(
                                "SELECT COUNT(*) FROM delivery_bucket WHERE secret_key LIKE '%secret%' OR access_key LIKE '%local%'")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(code("https://169.254.169.254", "trust", "")).isEqualTo("address-not-allowed");
        assertThat(code("https://s3.example.com/path", "trust", "")).isEqualTo("bad-endpoint");
        assertThat(code("http://127.0.0.1:9", "Not A Bucket", "")).isEqualTo("bad-bucket");
        assertThat(code("http://127.0.0.1:9", "trust", "../up")).isEqualTo("bad-prefix");
    }

    private String code(String endpoint, String bucket, String prefix) {
        var draft = new Buckets.Draft(
                new Destination(Kind.BUCKET, "refused"), endpoint, "us-east-1", bucket, prefix, Dialect.S3);
        return ((Enforced.Failed<Bucket>) buckets.connect(ada, draft, S3Server.KEYS))
                .failure()
                .code();
    }
}
