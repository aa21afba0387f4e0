package io.switchboard.operations.webhooks.web;

import io.switchboard.operations.webhooks.Endpoint;
import io.switchboard.operations.webhooks.Webhooks;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The bodies of {@link WebhooksController}. Times are RFC 3339 in UTC. */
final class WebhookJson {

    private WebhookJson() {}

    /** {@code {"name": "pager", "address": "https://…"}}. */
    record Draft(@Nullable String name, @Nullable String address) {}

    record All(List<Item> items) {

        static All of(List<Endpoint> endpoints) {
            return new All(endpoints.stream().map(Item::of).toList());
        }
    }

    /** {@code formerUntil}: so long the secret before the latest rotation signs as well; {@code publicKey}: what checks the signatures {@code v1a}. */
    record Item(
            String name,
            String address,
            Instant createdAt,
            Optional<Instant> rotatedAt,
            Optional<Instant> formerUntil,
            Optional<String> publicKey) {

        static Item of(Endpoint endpoint) {
            return new Item(
                    endpoint.name().value(),
                    endpoint.address(),
                    endpoint.createdAt(),
                    endpoint.rotatedAt(),
                    endpoint.formerUntil(),
                    endpoint.publicKey());
        }
    }

    /** {@code secret} is {@code whsec_…}, answered here and nowhere else. */
    record WithSecret(Item webhook, String secret) {

        static WithSecret of(Webhooks.Registered registered) {
            return new WithSecret(
                    Item.of(registered.endpoint()), registered.secret().text());
        }

        @Override
        public String toString() {
            return "WithSecret[" + webhook + "]";
        }
    }
}
