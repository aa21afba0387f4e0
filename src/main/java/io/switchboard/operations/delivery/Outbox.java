package io.switchboard.operations.delivery;

import io.switchboard.kernel.TenantId;
import io.switchboard.platform.signing.CanonicalJson;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What destinations are to hear, put down in the transaction of what it tells of: neither exists without the other, and a node that ends in between has lost nothing. One delivery for each destination that
 * the tenant has at that moment.
 */
@Component
public class Outbox {

    private static final int LARGEST = 20_000;

    private final DeliveryRows rows;
    private final List<Carrier> carriers;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Outbox(DeliveryRows rows, List<Carrier> carriers, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.carriers = List.copyOf(carriers);
        this.events = events;
        this.clock = clock;
    }

    /** To all destinations of the tenant; does nothing where it has none. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void put(TenantId tenant, Announcement announcement) {
        put(tenant, announcement, destinations(tenant));
    }

    List<DeliveryId> put(TenantId tenant, Announcement announcement, List<Destination> to) {
        if (to.isEmpty()) {
            return List.of();
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var message = new OutboxMessage(
                tenant,
                MessageId.random(),
                announcement.type(),
                announcement.about(),
                body(tenant, announcement),
                announcement.receipt());
        rows.add(message, now);
        Afterwards.of(events).lanes.addAll(lanes(tenant, to));
        return to.stream()
                .map(destination -> rows.add(tenant, message.id(), destination, now))
                .toList();
    }

    private static List<Lane> lanes(TenantId tenant, List<Destination> to) {
        return to.stream().map(destination -> new Lane(tenant, destination)).toList();
    }

    List<Destination> destinations(TenantId tenant) {
        return carriers.stream()
                .flatMap(carrier -> carrier.names(tenant).stream().map(name -> new Destination(carrier.kind(), name)))
                .toList();
    }

    private static String body(TenantId tenant, Announcement announcement) {
        var data = new TreeMap<String, @Nullable Object>(announcement.data());
        data.put("tenant", tenant.value());
        announcement.receipt().ifPresent(receipt -> data.put("receipt", receipt.value()));
        var tree = new TreeMap<String, @Nullable Object>();
        tree.put("type", announcement.type());
        tree.put("timestamp", announcement.occurredAt().toString());
        tree.put("data", data);
        var body = new String(CanonicalJson.of(tree), StandardCharsets.UTF_8);
        if (body.length() > LARGEST) {
            throw new IllegalArgumentException("a message has at most " + LARGEST + " characters: "
                    + announcement.type() + " says where more is to be had instead");
        }
        return body;
    }
}
