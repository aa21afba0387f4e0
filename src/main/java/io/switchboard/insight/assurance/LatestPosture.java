package io.switchboard.insight.assurance;

import io.switchboard.control.receipts.ReceiptAudit;
import io.switchboard.control.receipts.ReceiptFilter;
import io.switchboard.platform.tenancy.Tenant;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * The claims for a page that opens at once whatever the length of the log: a short log is checked anew, of a long one it is what the last check
 * found, and a claim that is a day old says so.
 */
@Service
public class LatestPosture {

    private static final int SHORT = 1_000;

    private final PostureClaims claims;
    private final ReceiptAudit receipts;
    private final StoredClaims stored;
    private final Clock clock;

    LatestPosture(PostureClaims claims, ReceiptAudit receipts, StoredClaims stored, Clock clock) {
        this.claims = claims;
        this.receipts = receipts;
        this.stored = stored;
        this.clock = clock;
    }

    public List<PostureClaim> of(Tenant tenant) {
        return receipts.count(tenant.id(), ReceiptFilter.ALL) <= SHORT ? check(tenant) : lastFound(tenant);
    }

    private List<PostureClaim> lastFound(Tenant tenant) {
        var now = clock.instant();
        return Optional.of(stored.of(tenant.id()))
                .filter(found -> !found.isEmpty())
                .orElseGet(() -> check(tenant))
                .stream()
                .map(claim -> claim.at(now))
                .toList();
    }

    /** Checks all claims now and remembers what was found. */
    public List<PostureClaim> check(Tenant tenant) {
        var found = claims.of(tenant);
        stored.put(tenant.id(), found);
        return found;
    }
}
