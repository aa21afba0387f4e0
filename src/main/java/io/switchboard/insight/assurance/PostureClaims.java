package io.switchboard.insight.assurance;

import io.switchboard.platform.tenancy.Tenant;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a tenant can prove right now: every check is run when asked, on the tenant's own records. A check that throws makes its claim
 * <em>not proven</em> and does not keep the others from being checked.
 */
public class PostureClaims {

    private static final Logger LOG = LoggerFactory.getLogger(PostureClaims.class);

    private final List<PostureCheck> checks;
    private final Clock clock;

    PostureClaims(List<PostureCheck> checks, Clock clock) {
        this.checks = List.copyOf(checks);
        this.clock = clock;
    }

    /** In the order in which they are read. Reads the whole log, so it takes some seconds for a hundred thousand receipts. */
    public List<PostureClaim> of(Tenant tenant) {
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return checks.stream().map(check -> claim(check, tenant, now)).toList();
    }

    private static PostureClaim claim(PostureCheck check, Tenant tenant, Instant now) {
        try {
            var finding = check.check(tenant, now);
            return new PostureClaim(
                    check.id(),
                    check.title(),
                    finding.holds() ? Verdict.HOLDS : Verdict.NOT_PROVEN,
                    finding.words(),
                    finding.figures(),
                    check.checkedHow(),
                    now,
                    finding.evidence());
        } catch (RuntimeException e) {
            LOG.warn("the check {} of tenant {} broke off: {}", check.id(), tenant.id(), e.toString());
            LOG.debug("the check {} broke off", check.id(), e);
            return brokenOff(check, now, e);
        }
    }

    /** Names the kind of fault, never its message: that may quote a row, and this text leaves the portal. */
    private static PostureClaim brokenOff(PostureCheck check, Instant now, RuntimeException fault) {
        return new PostureClaim(
                check.id(),
                check.title(),
                Verdict.NOT_PROVEN,
                "The check broke off (" + fault.getClass().getSimpleName()
                        + "), so nothing is known. Check again; if it stays like this, tell whoever runs the portal.",
                Map.of(),
                check.checkedHow(),
                now,
                Optional.empty());
    }
}
