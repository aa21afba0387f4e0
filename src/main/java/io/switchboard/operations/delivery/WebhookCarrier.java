package io.switchboard.operations.delivery;

import io.switchboard.kernel.TenantId;
import io.switchboard.operations.delivery.Destination.Kind;
import io.switchboard.operations.webhooks.EndpointName;
import io.switchboard.operations.webhooks.SignedMessages;
import io.switchboard.platform.outbound.OutboundException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** To endpoints, as Standard Webhooks say. */
@Component
class WebhookCarrier implements Carrier {

    static final Duration PATIENCE = Duration.ofSeconds(20);

    private final SignedMessages messages;
    private final Clock clock;

    WebhookCarrier(SignedMessages messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public Kind kind() {
        return Kind.WEBHOOK;
    }

    @Override
    public List<String> names(TenantId tenant) {
        return messages.endpoints(tenant).stream().map(EndpointName::value).toList();
    }

    @Override
    public Line open(TenantId tenant, String destination) throws OutboundException {
        return new SignedLine(messages.open(tenant, new EndpointName(destination)));
    }

    private final class SignedLine implements Line {

        private final SignedMessages.Line line;

        SignedLine(SignedMessages.Line line) {
            this.line = line;
        }

        @Override
        public Carried.Answered carry(OutboxMessage message) throws OutboundException {
            var answer = line.send(message.id().value(), message.body(), PATIENCE);
            return new Carried.Answered(
                    answer.status(),
                    answer.beginning(),
                    answer.retryAfter().flatMap(text -> RetryAfter.parse(text, clock.instant())),
                    List.of());
        }

        @Override
        public void close() {
            line.close();
        }
    }
}
