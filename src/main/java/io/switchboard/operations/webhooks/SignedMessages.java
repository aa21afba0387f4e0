package io.switchboard.operations.webhooks;

import io.switchboard.kernel.TenantId;
import io.switchboard.platform.outbound.OutboundException;
import io.switchboard.platform.outbound.Posts;
import io.switchboard.platform.outbound.Posts.Answer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Sends signed messages to an endpoint, in the name of whoever has decided that it may be sent. Standard Webhooks 1.0: {@code webhook-id} is the same however often a message is sent; the timestamp is that
 * of the attempt. To be called outside of transactions; an answer is whatever the endpoint says, also a refusal.
 */
@Component
public class SignedMessages {

    private final EndpointRows rows;
    private final AllowedHosts hosts;
    private final Posts posts;
    private final Clock clock;

    SignedMessages(EndpointRows rows, AllowedHosts hosts, Posts posts, Clock clock) {
        this.rows = rows;
        this.hosts = hosts;
        this.posts = posts;
        this.clock = clock;
    }

    public List<EndpointName> endpoints(TenantId tenant) {
        return rows.all(tenant).stream().map(Endpoint::name).toList();
    }

    public Answer send(TenantId tenant, EndpointName name, String id, String json, Duration patience)
            throws OutboundException {
        try (var line = open(tenant, name)) {
            return line.send(id, json, patience);
        }
    }

    /** For several messages, one after the other: the endpoint, what signs and the list of hosts are as they are now. */
    public Line open(TenantId tenant, EndpointName name) throws OutboundException {
        var endpoint = rows.find(tenant, name)
                .orElseThrow(() -> new OutboundException(
                        "unknown-endpoint",
                        "There is no endpoint " + name + ". The page Webhooks lists those that there are."));
        hosts.require(tenant, "The endpoint", endpoint.address());
        return new Line(
                posts.open("The endpoint", endpoint.address()), rows.signers(tenant, name, clock.instant()), clock);
    }

    /** An endpoint that messages may be sent to until it is closed. */
    public static final class Line implements AutoCloseable {

        private final Posts.Line posts;
        private final List<Signer> signers;
        private final Clock clock;

        Line(Posts.Line posts, List<Signer> signers, Clock clock) {
            this.posts = posts;
            this.signers = List.copyOf(signers);
            this.clock = clock;
        }

        /** {@code id} holds no dot, which parts it from the rest of what is signed. */
        public Answer send(String id, String json, Duration patience) throws OutboundException {
            long now = clock.instant().getEpochSecond();
            var headers = Map.of(
                    "webhook-id", id,
                    "webhook-timestamp", String.valueOf(now),
                    "webhook-signature", Signer.sign(signers, id, now, json));
            return posts.send(headers, json, patience);
        }

        @Override
        public void close() {
            posts.close();
        }
    }
}
