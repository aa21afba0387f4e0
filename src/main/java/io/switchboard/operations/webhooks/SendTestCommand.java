package io.switchboard.operations.webhooks;

import io.switchboard.control.enforcement.ChangeFailure;
import io.switchboard.control.enforcement.Effect;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.EnforcementPoint;
import io.switchboard.control.policy.PolicyDecisionPoint;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.Sha256;
import io.switchboard.operations.runs.Command;
import io.switchboard.platform.outbound.OutboundException;
import io.switchboard.platform.outbound.Posts.Answer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Sends a signed message to an endpoint of the tenant, and keeps what it answered in the receipt. */
@Component
class SendTestCommand implements Command {

    static final ActionId SEND = new ActionId("webhooks.send-test");

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int LONGEST = 500;
    private static final int OK = 200;
    private static final int REDIRECTS = 300;

    private final EnforcementPoint enforcement;
    private final PolicyDecisionPoint policy;
    private final SignedMessages messages;
    private final Clock clock;

    SendTestCommand(EnforcementPoint enforcement, PolicyDecisionPoint policy, SignedMessages messages, Clock clock) {
        this.enforcement = enforcement;
        this.policy = policy;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "webhook.test";
    }

    @Override
    public String title() {
        return "Send a test webhook";
    }

    @Override
    public String sentence() {
        return "Sends a signed message to an endpoint of the page Webhooks and says what it answered within ten seconds.";
    }

    @Override
    public String blastRadius() {
        return "One POST to the endpoint. Sent again after a cut, it has the same webhook-id, so that the receiver can tell. It cannot be taken back.";
    }

    @Override
    public boolean isIdempotent() {
        return true;
    }

    @Override
    public List<Input> inputs() {
        return List.of(Input.required("endpoint", "Name of the endpoint"));
    }

    /** The call is made outside of every transaction, and only where policy lets the caller make it. */
    @Override
    public Enforced<Map<String, String>> run(Invocation invocation) {
        var text = invocation.text("endpoint");
        var name = new EndpointName(EndpointName.isValid(text) ? text : "unknown");
        var action = Webhooks.action(invocation.caller(), SEND, name);
        var governed = invocation.parent().map(action::withParent).orElse(action);
        return enforcement.perform(
                governed,
                policy.decide(governed.request()).allowed()
                        ? sent(invocation, name)
                        : () -> Effect.of(Map.of(), Webhooks.subject(name)));
    }

    private Supplier<Effect<Map<String, String>>> sent(Invocation invocation, EndpointName name) {
        var tenant = invocation.caller().tenant();
        var id = id(invocation.parent(), name);
        var body = body(tenant.value(), clock.instant());
        try {
            var answer = messages.send(tenant, name, id, body, PATIENCE);
            return () -> answered(name, id, answer);
        } catch (OutboundException e) {
            return failing(e.code(), e.sentence());
        }
    }

    /** The same for the same step of the same run, however often it is sent. */
    private static String id(Optional<ReceiptId> parent, EndpointName name) {
        var from = parent.map(ReceiptId::value).orElse("alone") + "/" + name;
        return "msg_" + Sha256.of(from).hex().substring(0, 24);
    }

    private static String body(String tenant, Instant now) {
        return "{\"type\":\"switchboard.test\",\"timestamp\":\"" + now + "\",\"data\":{\"tenant\":\"" + tenant + "\"}}";
    }

    private static Effect<Map<String, String>> answered(EndpointName name, String id, Answer answer) {
        Webhooks.require(
                answer.status() >= OK && answer.status() < REDIRECTS,
                "answered-" + answer.status(),
                "The endpoint answered with " + answer.status() + " to " + id
                        + ". Any status from 200 to 299 is taken as received.");
        var beginning = answer.beginning().length() <= LONGEST
                ? answer.beginning()
                : answer.beginning().substring(0, LONGEST);
        return Effect.of(
                        Map.of(
                                "status",
                                String.valueOf(answer.status()),
                                "id",
                                id,
                                "says",
                                "It took " + id + " and answered with " + answer.status() + "."),
                        Webhooks.subject(name))
                .withFacts(Map.of(
                        "status",
                        (long) answer.status(),
                        "message",
                        id,
                        "answer",
                        "sha256:" + Sha256.of(answer.beginning())))
                .withDisclosures(beginning.isBlank() ? Map.of() : Map.of("answer", beginning));
    }

    private static Supplier<Effect<Map<String, String>>> failing(String code, String sentence) {
        return () -> {
            throw new ChangeFailure(code, sentence);
        };
    }
}
