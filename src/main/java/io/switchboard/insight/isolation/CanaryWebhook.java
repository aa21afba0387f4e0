package io.switchboard.insight.isolation;

import io.switchboard.kernel.Caller;
import io.switchboard.operations.delivery.DeliveryDesk;
import io.switchboard.operations.delivery.Destination;
import io.switchboard.operations.webhooks.EndpointName;
import io.switchboard.operations.webhooks.Webhooks;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A webhook endpoint at an address that nobody ever has (RFC 5737), and a delivery that never arrives. */
@Component
class CanaryWebhook implements CanaryThing {

    private final Webhooks webhooks;
    private final DeliveryDesk deliveries;

    CanaryWebhook(Webhooks webhooks, DeliveryDesk deliveries) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
    }

    @Override
    public Set<String> names() {
        return Set.of("webhook", "delivery");
    }

    @Override
    public Map<String, String> make(Caller owner) {
        var name = name(owner);
        var to = new Destination(Destination.Kind.WEBHOOK, name);
        deliveries.enable(owner, to); // found to be absent before, it is off
        var sent = Made.of(deliveries.test(owner, to).orElseThrow());
        return Map.of("webhook", name, "delivery", sent.value());
    }

    private String name(Caller owner) {
        if (webhooks.list(owner).isEmpty()) {
            var name = new EndpointName("canary-" + UUID.randomUUID().toString().substring(0, 8));
            Made.of(webhooks.register(owner, name, "https://203.0.113.7/hook"));
        }
        return webhooks.list(owner).getFirst().name().value();
    }
}
