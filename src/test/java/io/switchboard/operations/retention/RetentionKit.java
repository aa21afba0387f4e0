package io.switchboard.operations.retention;

import io.switchboard.control.enforcement.ActionReceipted;
import io.switchboard.control.enforcement.Effect;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.EnforcementKit;
import io.switchboard.control.enforcement.EnforcementPoint;
import io.switchboard.control.enforcement.GovernedAction;
import io.switchboard.control.enforcement.Viewing;
import io.switchboard.control.receipts.Disclosures;
import io.switchboard.control.receipts.Outcome;
import io.switchboard.control.receipts.Receipt;
import io.switchboard.control.receipts.ReceiptDraft;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.CorrelationId;
import io.switchboard.kernel.MemberId;
import io.switchboard.kernel.Role;
import io.switchboard.kernel.TenantId;
import io.switchboard.platform.signing.SteppedClock;
import io.switchboard.platform.tenancy.TestTenants;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The module on a real database with the values of receipts as its records, and more kinds where a test brings them. */
final class RetentionKit {

    final SteppedClock time = new SteppedClock(Instant.parse("2024-01-01T09:00:00Z"));
    final EnforcementKit kit = EnforcementKit.at(time, "retention");
    final TenantId acme = kit.tenant("acme").id();
    final TenantId globex = kit.tenant("globex").id();
    final RetentionRows policies = new RetentionRows(kit.jdbc());
    final PurgeRows rows = new PurgeRows(kit.jdbc());
    final ReceiptValues values =
            new ReceiptValues(new Disclosures(kit.jdbc(), kit.signing().box()));
    final List<PurgeableRecords> kinds = new ArrayList<>(List.of(values));
    final RetentionDesk desk;
    final Retention retention;
    final PurgeRun run;
    final Purges purges;
    final RetentionWork work;

    RetentionKit() {
        var tenants = TestTenants.on(kit.jdbc(), time);
        desk = new RetentionDesk(new Viewing(kit.policy()), policies, rows, kinds, tenants, time);
        var enforcement = new Delivering();
        retention = new Retention(enforcement, policies, kinds, tenants, time);
        run = new PurgeRun(
                enforcement,
                policies,
                rows,
                kinds,
                kit.signing().ring(),
                time,
                kit.signing().transactions());
        purges = new Purges(enforcement, desk, policies, rows, run, time);
        work = new RetentionWork(purges, policies, tenants, time);
    }

    /** What the portal's events do by themselves: a receipt is noted in the transaction that leaves it. */
    private final class Delivering implements EnforcementPoint {

        @Override
        public <T> Enforced<T> perform(GovernedAction action, Supplier<Effect<T>> change) {
            int before = kit.events().size();
            var ended = kit.enforcement().perform(action, change);
            List.copyOf(kit.events()).stream()
                    .skip(before)
                    .filter(ActionReceipted.class::isInstance)
                    .map(ActionReceipted.class::cast)
                    .forEach(purges::note);
            return ended;
        }

        @Override
        public <T> Enforced<T> simulate(GovernedAction action, Supplier<Effect<T>> rehearsal) {
            return kit.enforcement().simulate(action, rehearsal);
        }
    }

    /** A receipt with so many values, of now. */
    Receipt receipt(TenantId tenant, int values) {
        var disclosed = new HashMap<String, String>();
        for (int i = 0; i < values; i++) {
            disclosed.put("value-" + i, "Maria " + i);
        }
        return kit.receipts()
                .append(new ReceiptDraft(
                        tenant,
                        Actor.system("test"),
                        new ActionId("imports.commit"),
                        Outcome.ALLOWED,
                        Optional.empty(),
                        CorrelationId.random(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        Map.of(),
                        disclosed));
    }

    Caller caller(TenantId tenant, Role role) {
        return new Caller(tenant, Actor.user(MemberId.random()), Set.of(role));
    }

    Caller ada() {
        return caller(acme, Role.PARTNER_ADMIN);
    }

    /** After a dry run of now. */
    Enforced<Purge> purge(Caller caller) {
        var standing = desk.standing(caller);
        return purges.purge(caller, standing.asOf(), standing.version());
    }

    Purge purged(Caller caller) {
        return ((Enforced.Done<Purge>) purge(caller)).value();
    }

    /** Values that can still be read. */
    long readable(TenantId tenant) {
        return kit.jdbc()
                .sql(
                        "SELECT COUNT(*) FROM receipt_disclosure WHERE tenant_id = ? AND wrapped_key IS NOT NULL AND ciphertext <> ''")
                .param(tenant.value())
                .query(Long.class)
                .single();
    }
}
