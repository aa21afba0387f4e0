package io.switchboard.operations.delivery;

import io.switchboard.control.enforcement.EnforcementKit;
import io.switchboard.control.enforcement.Viewing;
import io.switchboard.control.receipts.Outcome;
import io.switchboard.control.receipts.ReceiptFilter;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.MemberId;
import io.switchboard.kernel.Role;
import io.switchboard.kernel.TenantId;
import io.switchboard.operations.delivery.Destination.Kind;
import io.switchboard.platform.signing.SteppedClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** The delivery module, put together by hand on the real database; what carries is in memory. */
final class DeliveryKit {

    static final SteppedClock TIME = new SteppedClock(Instant.parse("2026-11-22T09:00:00Z"));
    static final EnforcementKit KIT = EnforcementKit.at(TIME, "delivery");
    static final TransactionTemplate TRANSACTION =
            new TransactionTemplate(KIT.signing().transactions());
    static final TenantId ACME = KIT.tenant("acme").id();
    static final TenantId GLOBEX = KIT.tenant("globex").id();
    static final Destination PAGER = new Destination(Kind.WEBHOOK, "pager");
    static final Destination ARCHIVE = new Destination(Kind.WEBHOOK, "archive");
    static final Lane TO_PAGER = new Lane(ACME, PAGER);

    final FakeCarrier carrier = new FakeCarrier();
    final DeliveryRows rows = new DeliveryRows(KIT.jdbc());
    final LaneRows lanes = new LaneRows(rows, new JdbcTemplate(KIT.database()));
    final AttemptRows attempts = new AttemptRows(new JdbcTemplate(KIT.database()));
    final HealthRows health = new HealthRows(KIT.jdbc());
    final List<Object> told = new ArrayList<>();
    final Outbox outbox = new Outbox(rows, List.of(carrier), told::add, TIME);
    final Claims claims = new Claims(lanes, attempts, TRANSACTION, TIME);
    final Courier courier = courier(KIT);
    final DeliveryDesk desk =
            new DeliveryDesk(KIT.enforcement(), new Viewing(KIT.policy()), outbox, rows, attempts, health, TIME);
    final Caller ada = new Caller(ACME, Actor.user(MemberId.random()), Set.of(Role.PARTNER_ADMIN));

    DeliveryKit() {
        for (var table : List.of("delivery", "delivery_message", "delivery_attempt", "delivery_health")) {
            KIT.jdbc().sql("DELETE FROM " + table).update();
        }
    }

    Courier courier(EnforcementKit kit) {
        var destinations = new Destinations(kit.enforcement(), outbox, health, TRANSACTION);
        return new Courier(
                claims,
                kit.policy(),
                lanes,
                destinations,
                List.of(carrier),
                new Endings(
                        kit.enforcement(),
                        lanes,
                        attempts,
                        destinations,
                        new RetrySchedule(() -> 0.5),
                        TRANSACTION,
                        TIME),
                TIME);
    }

    void announce() {
        TRANSACTION.executeWithoutResult(_ -> outbox.put(ACME, announcement()));
    }

    static Announcement announcement() {
        return new Announcement(
                "trust-report.issued",
                "2026-11-16-1",
                Map.of("report", "2026-11-16-1"),
                TIME.instant(),
                Optional.empty());
    }

    /** Whatever is due now, until nothing is. */
    void carry() {
        carry(courier);
    }

    void carry(Courier courier) {
        lanes.due(TIME.instant(), 10).forEach(lane -> {
            int made = 1;
            while (made > 0) {
                made = courier.turn(lane, 3);
            }
        });
    }

    Delivery only() {
        return desk.deliveries(ada).getFirst();
    }

    static long receipts(String action, Outcome outcome) {
        return KIT.query().list(ACME, ReceiptFilter.of(new ActionId(action)), Optional.empty(), 500).items().stream()
                .filter(row -> row.receipt().outcome() == outcome)
                .count();
    }
}
