package io.switchboard.operations.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.switchboard.control.enforcement.ChangeFailure;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.EnforcementKit;
import io.switchboard.control.enforcement.Viewing;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.MemberId;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.Role;
import io.switchboard.kernel.TenantId;
import io.switchboard.operations.runs.Command;
import io.switchboard.platform.outbound.Network;
import io.switchboard.platform.outbound.Posts;
import io.switchboard.platform.outbound.Reach;
import io.switchboard.platform.signing.SteppedClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WebhooksTest {

    private static final EndpointName PAGER = new EndpointName("pager");

    private static final SteppedClock CLOCK = new SteppedClock(Instant.parse("2026-05-04T10:00:00Z"));
    private static final EnforcementKit KIT = EnforcementKit.at(CLOCK, "webhooks");
    private static final TenantId ACME = KIT.tenant("acme").id();
    private static final TenantId GLOBEX = KIT.tenant("globex").id();

    private final EndpointRows rows = new EndpointRows(KIT.jdbc(), KIT.signing().box());
    private final Reach reach = new Reach(Set.of(Network.LOOPBACK));
    private final AllowedHosts hosts = new AllowedHosts(KIT.jdbc());
    private final Webhooks webhooks =
            new Webhooks(KIT.enforcement(), new Viewing(KIT.policy()), rows, reach, hosts, CLOCK);
    private final SendTestCommand command = new SendTestCommand(
            KIT.enforcement(), KIT.policy(), new SignedMessages(rows, hosts, new Posts(reach), CLOCK), CLOCK);
    private final Caller ada = member(ACME, Role.PARTNER_ADMIN);
    private final Caller otto = member(ACME, Role.OPERATOR);
    private final List<Map<String, String>> heard = new ArrayList<>();

    @AfterEach
    void forget() {
        KIT.jdbc().sql("DELETE FROM webhook_endpoint").update();
    }

    private static Caller member(TenantId tenant, Role role) {
        return new Caller(tenant, Actor.user(MemberId.random()), Set.of(role));
    }

    @Test
    void sendsAMessageThatItsReceiverCanCheckAndKeepsTheAnswer() throws Exception {
        var server = receiver(202, "taken");
        try {
            var secret = registered(server);
            var parent = ReceiptId.of(new byte[32]);
            var ended = sent(otto, parent);
            assertThat(ended).isInstanceOf(Enforced.Done.class);
            var message = heard.getFirst();
            assertThat(symmetric(message)).containsExactly(signed(secret, message));
            assertThat(message.get("timestamp"))
                    .isEqualTo(String.valueOf(CLOCK.instant().getEpochSecond()));
            sent(otto, parent);
            assertThat(heard.getLast().get("id")).as("the same step again").isEqualTo(message.get("id"));
            sent(otto, ReceiptId.of(new byte[] {1}));
            assertThat(heard.getLast().get("id")).as("another run").isNotEqualTo(message.get("id"));
            assertThat(KIT.query()
                            .detail(ACME, ended.receipt().id())
                            .orElseThrow()
                            .payload()
                            .toString())
                    .contains("status=202", "message=" + message.get("id"));
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aRotatedSecretSignsBesideTheFormerOneForADay() throws Exception {
        var server = receiver(202, "taken");
        try {
            var former = registered(server);
            assertThat(webhooks.rotate(otto, PAGER).orElseThrow()).isInstanceOf(Enforced.Refused.class);
            var rotated = (Enforced.Done<Webhooks.Registered>)
                    webhooks.rotate(ada, PAGER).orElseThrow();
            var present = rotated.value().secret();
            assertThat(present.text()).isNotEqualTo(former.text());
            assertThat(rotated.value().endpoint().formerUntil())
                    .contains(CLOCK.instant().plus(Webhooks.OVERLAP));
            sent(otto, ReceiptId.of(new byte[] {2}));
            assertThat(symmetric(heard.getLast()))
                    .containsExactly(signed(present, heard.getLast()), signed(former, heard.getLast()));
            CLOCK.pass(Webhooks.OVERLAP);
            sent(otto, ReceiptId.of(new byte[] {3}));
            assertThat(symmetric(heard.getLast())).containsExactly(signed(present, heard.getLast()));
            assertThat(webhooks.list(ada).getFirst().isOverlapping(CLOCK.instant()))
                    .isFalse();
            assertThat(webhooks.rotate(member(GLOBEX, Role.PARTNER_ADMIN), PAGER))
                    .isEmpty();
        } finally {
            server.stop(0);
        }
    }

    @Test
    void whoeverHasThePublicKeyChecksMessagesAndTheFormerKeySignsForADayToo() throws Exception {
        var server = receiver(204, "");
        try {
            registered(server);
            var former = webhooks.list(ada).getFirst().publicKey().orElseThrow();
            webhooks.rotate(ada, PAGER);
            var present = webhooks.list(ada).getFirst().publicKey().orElseThrow();
            assertThat(present).startsWith("whpk_").isNotEqualTo(former);
            sent(otto, ReceiptId.of(new byte[] {4}));
            assertThat(verifying(heard.getLast(), present)).isEqualTo(1);
            assertThat(verifying(heard.getLast(), former)).isEqualTo(1);
            CLOCK.pass(Webhooks.OVERLAP);
            sent(otto, ReceiptId.of(new byte[] {5}));
            assertThat(verifying(heard.getLast(), former)).isZero();
            heard.getLast().replace("body", heard.getLast().get("body") + " ");
            assertThat(verifying(heard.getLast(), present)).isZero();
        } finally {
            server.stop(0);
        }
    }

    /** {@link SigningKeyTest} asks the JDK as well, which does not make them. */
    private static long verifying(Map<String, String> message, String publicKey) {
        var key = Base64.getDecoder().decode(publicKey.substring("whpk_".length()));
        var signed = (message.get("id") + "." + message.get("timestamp") + "." + message.get("body"))
                .getBytes(StandardCharsets.UTF_8);
        return signatures(message, "v1a,")
                .filter(signature -> {
                    var verifier = new Ed25519Signer();
                    verifier.init(false, new Ed25519PublicKeyParameters(key));
                    verifier.update(signed, 0, signed.length);
                    return verifier.verifySignature(Base64.getDecoder().decode(signature.substring(4)));
                })
                .count();
    }

    private static List<String> symmetric(Map<String, String> message) {
        return signatures(message, "v1,").toList();
    }

    private static Stream<String> signatures(Map<String, String> message, String version) {
        return Stream.of(String.valueOf(message.get("signature")).split(" "))
                .filter(signature -> signature.startsWith(version));
    }

    @Test
    void aTenantThatNamesHostsIsSentToNoOther() throws Exception {
        var server = receiver(204, "");
        try {
            registered(server);
            assertThat(webhooks.allowHosts(otto, Set.of(host("*.example.com")))).isInstanceOf(Enforced.Refused.class);
            assertThat(webhooks.allowHosts(ada, Set.of(host("*.example.com")))).isInstanceOf(Enforced.Done.class);
            assertThat(failure(sent(otto, ReceiptId.of(new byte[] {6}))).code()).isEqualTo("host-not-on-the-list");
            assertThat(heard).isEmpty();
            assertThat(failure(webhooks.register(ada, new EndpointName("two"), "http://127.0.0.1:9/hook"))
                            .code())
                    .isEqualTo("host-not-on-the-list");
            assertThat(webhooks.allowedHosts(member(GLOBEX, Role.PARTNER_ADMIN)))
                    .isEmpty();
            webhooks.allowHosts(ada, Set.of(host("127.0.0.1")));
            assertThat(sent(otto, ReceiptId.of(new byte[] {7}))).isInstanceOf(Enforced.Done.class);
        } finally {
            server.stop(0);
            webhooks.allowHosts(ada, Set.of());
        }
    }

    @Test
    void aPatternMeansItsHostOrAllBelowItAndNothingThatLooksLikeIt() {
        assertThat(host("*.example.com").matches("hooks.Example.com")).isTrue();
        assertThat(host("*.example.com").matches("example.com")).isFalse();
        assertThat(host("*.example.com").matches("badexample.com")).isFalse();
        assertThat(host("example.com").matches("example.com.evil.net")).isFalse();
        assertThat(List.of("", "*", "*.", "a b", "https://example.com", "*.*.com", "-a.com", "example.com/x"))
                .allMatch(text -> HostPattern.parse(text).isEmpty());
    }

    private static HostPattern host(String text) {
        return HostPattern.parse(text).orElseThrow();
    }

    private static String signed(SigningSecret secret, Map<String, String> message) {
        return secret.sign(
                String.valueOf(message.get("id")),
                Long.parseLong(String.valueOf(message.get("timestamp"))),
                String.valueOf(message.get("body")));
    }

    @Test
    void failsWithTheStatusThatIsNoYes() throws Exception {
        var server = receiver(500, "no");
        try {
            registered(server);
            assertThat(failure(sent(otto, ReceiptId.of(new byte[32]))).code()).isEqualTo("answered-500");
        } finally {
            server.stop(0);
        }
        assertThat(failure(sent(otto, ReceiptId.of(new byte[32]))).code())
                .as("nobody answers any more")
                .isEqualTo("unreachable");
    }

    @Test
    void keepsEndpointsApartAndRefusesWhatIsWrong() {
        var address = "http://127.0.0.1:9/hook";
        assertThat(webhooks.register(otto, PAGER, address)).isInstanceOf(Enforced.Refused.class);
        assertThat(webhooks.register(ada, PAGER, address)).isInstanceOf(Enforced.Done.class);
        assertThat(failure(webhooks.register(ada, PAGER, address)).code()).isEqualTo("name-taken");
        assertThat(failure(webhooks.register(ada, new EndpointName("far"), "https://169.254.169.254/"))
                        .code())
                .isEqualTo("address-not-allowed");
        var grace = member(GLOBEX, Role.PARTNER_ADMIN);
        assertThat(webhooks.list(grace)).isEmpty();
        assertThat(webhooks.remove(grace, PAGER)).isEmpty();
        assertThat(failure(sent(grace, ReceiptId.of(new byte[32]))).code()).isEqualTo("unknown-endpoint");
        assertThat(KIT.jdbc()
                        .sql("SELECT COUNT(*) FROM webhook_endpoint WHERE secret LIKE '%whsec_%'")
                        .query(Long.class)
                        .single())
                .as("encrypted")
                .isZero();
        assertThat(webhooks.remove(ada, PAGER).orElseThrow()).isInstanceOf(Enforced.Done.class);
        assertThat(webhooks.list(ada)).isEmpty();
    }

    private SigningSecret registered(HttpServer server) {
        var address = "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
        return ((Enforced.Done<Webhooks.Registered>) webhooks.register(ada, PAGER, address))
                .value()
                .secret();
    }

    private Enforced<Map<String, String>> sent(Caller caller, ReceiptId parent) {
        return command.run(new Command.Invocation(caller, Optional.of(parent), Map.of("endpoint", "pager")));
    }

    private static ChangeFailure failure(Enforced<?> ended) {
        return ((Enforced.Failed<?>) ended).failure();
    }

    private HttpServer receiver(int status, String says) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/hook", exchange -> {
            var headers = exchange.getRequestHeaders();
            heard.add(new HashMap<>(Map.of(
                    "id", String.valueOf(headers.getFirst("webhook-id")),
                    "timestamp", String.valueOf(headers.getFirst("webhook-timestamp")),
                    "signature", String.valueOf(headers.getFirst("webhook-signature")),
                    "body", new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8))));
            var answer = says.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        return server;
    }
}
