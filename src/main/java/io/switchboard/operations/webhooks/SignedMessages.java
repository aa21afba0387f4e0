package io.switchboard.operations.webhooks;

import io.switchboard.kernel.TenantId;
import io.switchboard.platform.outbound.OutboundException;
import io.switchboard.platform.outbound.Posts;
import io.switchboard.platform.outbound.Posts.Answer;
import io.switchboard.platform.outbound.Posts.Post;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Sends one signed message to an endpoint, in the name of whoever has decided that it may be sent. Standard Webhooks 1.0: {@code webhook-id} is the same however often a message is sent; the timestamp is that
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

    /** {@code id} holds no dot, which parts it from the rest of what is signed. */
    public Answer send(TenantId tenant, EndpointName name, String id, String json, Duration patience)
            throws OutboundException {
        var endpoint = rows.find(tenant, name)
                .orElseThrow(() -> new OutboundException(
                        "unknown-endpoint",
                        "There is no endpoint " + name + ". The page Webhooks lists those that there are."));
        hosts.require(tenant, "The endpoint", endpoint.address());
        var now = clock.instant();
        var headers = Map.of(
                "webhook-id", id,
                "webhook-timestamp", String.valueOf(now.getEpochSecond()),
                "webhook-signature", Signer.sign(rows.signers(tenant, name, now), id, now.getEpochSecond(), json));
        return posts.send(new Post("The endpoint", endpoint.address(), headers, json, patience));
    }
}
