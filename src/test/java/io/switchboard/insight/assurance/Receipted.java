package io.switchboard.insight.assurance;

import io.switchboard.control.receipts.Outcome;
import io.switchboard.control.receipts.ReceiptAudit;
import io.switchboard.control.receipts.ReceiptFilter;
import io.switchboard.control.receipts.SignedReceipt;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.DecisionId;
import io.switchboard.kernel.LogId;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.Sha256;
import io.switchboard.kernel.Slug;
import io.switchboard.kernel.TenantId;
import io.switchboard.platform.signing.DsseEnvelope;
import io.switchboard.platform.tenancy.Plan;
import io.switchboard.platform.tenancy.Tenant;
import io.switchboard.platform.tenancy.TenantSettings;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A tenant with a log in memory: receipts say whatever a test wants, and are signed with whatever it has. */
final class Receipted implements ReceiptAudit {

    static final Instant NOW = Instant.parse("2026-11-21T14:02:00Z");
    static final Sha256 POLICIES = Sha256.of("policies");

    final LogId log = LogId.random();
    final List<SignedReceipt> receipts = new ArrayList<>();

    Tenant tenant(int version) {
        var settings = new TenantSettings("Globex", "#0b7a5c", Optional.empty(), 365);
        return new Tenant(TenantId.random(), new Slug("globex"), Plan.PRO, log, settings, version, NOW);
    }

    /** A receipt of an allowed commit. */
    SignedReceipt add(String subject) {
        return add(log, "imports.commit", Outcome.ALLOWED, subject);
    }

    SignedReceipt add(LogId named, String action, Outcome outcome, String subject) {
        var payload = (named + " " + receipts.size()).getBytes(StandardCharsets.UTF_8);
        return add(new SignedReceipt(
                ReceiptId.of(payload),
                new DsseEnvelope("text", payload, "nobody", new byte[64]),
                named,
                new ActionId(action),
                outcome,
                Optional.of(new SignedReceipt.CitedDecision(DecisionId.random(), POLICIES)),
                NOW,
                List.of(subject)));
    }

    SignedReceipt add(SignedReceipt receipt) {
        receipts.add(receipt);
        return receipt;
    }

    @Override
    public Stream<SignedReceipt> signed(TenantId tenant, ReceiptFilter filter) {
        return signedAfter(tenant, filter, "");
    }

    @Override
    public Stream<SignedReceipt> signedAfter(TenantId tenant, ReceiptFilter filter, String id) {
        return matching(filter)
                .filter(receipt -> receipt.id().value().compareTo(id) > 0)
                .sorted(Comparator.comparing(receipt -> receipt.id().value()));
    }

    @Override
    public long count(TenantId tenant, ReceiptFilter filter) {
        return matching(filter).count();
    }

    private Stream<SignedReceipt> matching(ReceiptFilter filter) {
        return receipts.stream()
                .filter(receipt -> filter.action().map(receipt.action()::equals).orElse(true))
                .filter(receipt ->
                        filter.outcome().map(receipt.outcome()::equals).orElse(true))
                .filter(receipt -> filter.from()
                        .map(from -> !receipt.occurredAt().isBefore(from))
                        .orElse(true));
    }
}
