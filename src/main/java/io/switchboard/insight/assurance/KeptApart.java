package io.switchboard.insight.assurance;

import io.switchboard.control.receipts.ReceiptAudit;
import io.switchboard.control.receipts.ReceiptFilter;
import io.switchboard.control.receipts.SignedReceipt;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.TenantId;
import io.switchboard.platform.tenancy.Tenant;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/** The tenant leads every key of every table with tenants' records, its receipts are of its own log, and another tenant does not find them. */
final class KeptApart implements PostureCheck {

    /** Keys that find a tenant rather than hold its records, so they cannot lead with it. Each stands with its reason in the build's own guard. */
    static final Set<String> FIND_A_TENANT =
            Set.of("tenant(slug)", "tenant(log_id)", "service_client(issuer, client_id)");

    private final TableKeys tables;
    private final ReceiptAudit receipts;
    private final BiPredicate<TenantId, ReceiptId> finds;

    /** @param finds whether a receipt is found in a tenant's name, on the way that every page and every API call takes */
    KeptApart(TableKeys tables, ReceiptAudit receipts, BiPredicate<TenantId, ReceiptId> finds) {
        this.tables = tables;
        this.receipts = receipts;
        this.finds = finds;
    }

    @Override
    public String id() {
        return "tenants-kept-apart";
    }

    @Override
    public String title() {
        return "Records are kept apart from those of other tenants";
    }

    @Override
    public String checkedHow() {
        return "The database's catalogue was read for keys that do not lead with the tenant, and every receipt asked for its log. Yourself: the"
                + " verifier refuses a receipt of another log; the digest is of the keys, then the receipts.";
    }

    @Override
    public Finding check(Tenant tenant, Instant now) {
        var keys = tables.all().stream()
                .filter(key -> !FIND_A_TENANT.contains(key.toString()))
                .toList();
        var evidence = new Lines();
        keys.forEach(key -> evidence.add(key.toString()));
        var receiptsSeen = new Seen();
        try (var signed = receipts.signed(tenant.id(), ReceiptFilter.ALL)) {
            signed.forEach(receipt -> receiptsSeen.add(receipt, tenant, evidence));
        }
        var figures = Map.of(
                "keys",
                (long) keys.size(),
                "tables",
                keys.stream().map(TableKeys.TableKey::table).distinct().count(),
                "receipts",
                receiptsSeen.all,
                "ofOwnLog",
                receiptsSeen.own);
        return problem(keys, receiptsSeen)
                .map(why -> Finding.notProven(why, figures, evidence.digest()))
                .orElseGet(() -> Finding.holds(words(figures, receiptsSeen), figures, evidence.digest()));
    }

    private Optional<String> problem(List<TableKeys.TableKey> keys, Seen seen) {
        var astray = keys.stream().filter(key -> !key.leadsWithTenant()).findFirst();
        if (keys.isEmpty()) {
            return Optional.of(
                    "The database's catalogue shows no table with a tenant, so there is nothing that could prove it.");
        }
        if (astray.isPresent()) {
            return Optional.of("The key " + astray.get() + " does not lead with the tenant.");
        }
        if (seen.own < seen.all) {
            return Optional.of(
                    Words.of(seen.all - seen.own, seen.all, "receipts") + " kept for this tenant name another log.");
        }
        return seen.newest
                .filter(receipt -> finds.test(TenantId.random(), receipt))
                .map(receipt -> "The receipt " + receipt + " was found in the name of another tenant.");
    }

    private static String words(Map<String, Long> figures, Seen seen) {
        var keys = "All " + Words.count(figures.getOrDefault("keys", 0L), "key", "keys") + " of "
                + Words.count(figures.getOrDefault("tables", 0L), "table", "tables")
                + " lead with the tenant";
        return seen.all == 0
                ? keys + "; there is no receipt yet that could be anybody else's."
                : keys + "; " + Words.of(seen.own, seen.all, "receipts")
                        + " name this tenant's log; one, looked for in another tenant's name, was not found.";
    }

    /** What went by. */
    private static final class Seen {

        private long all;
        private long own;
        private Optional<ReceiptId> newest = Optional.empty();

        void add(SignedReceipt receipt, Tenant tenant, Lines evidence) {
            all++;
            own += receipt.log().equals(tenant.log()) ? 1 : 0;
            newest = Optional.of(receipt.id());
            evidence.add(receipt.id() + "  " + receipt.log());
        }
    }
}
