package io.switchboard.insight.assurance;

import io.switchboard.platform.tenancy.Tenant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The five claims of the posture pack as they stand now. Every check is run when asked; one that breaks off, fails, or reads something older than its shelf life is not proven. What came of it is remembered. */
class PackClaims {

    private static final Logger LOG = LoggerFactory.getLogger(PackClaims.class);
    private static final int HISTORY = 5;

    /** What stands in a command where the portal's address is not set, for whoever reads it to put in. */
    static final String PORTAL = "https://PORTAL";

    private final List<PackCheck> checks;
    private final String portal;
    private final PostureClaims posture;
    private final PackRows rows;

    /** {@code portal}: the address that people use, without a slash at the end; commands have it in place of {@link #PORTAL}. */
    PackClaims(List<PackCheck> checks, PostureClaims posture, PackRows rows, String portal) {
        this.portal = portal;
        this.checks = List.copyOf(checks);
        this.posture = posture;
        this.rows = rows;
    }

    /** The claims, and the files that go along. */
    record Stand(List<PackClaim> claims, List<PackCheck.Attachment> attached) {}

    Stand of(Tenant tenant, Instant now) {
        var found = posture.of(tenant);
        var claims = new ArrayList<PackClaim>();
        var attached = new ArrayList<PackCheck.Attachment>();
        for (var check : checks) {
            var seen = seen(check, tenant, found, now);
            claims.add(claim(check, tenant, aged(check, seen, now), now));
            attached.addAll(seen.attached());
        }
        return new Stand(List.copyOf(claims), List.copyOf(attached));
    }

    /** Names the kind of fault, never its message: that may quote a row, and this text leaves the portal. */
    private static PackCheck.Found seen(PackCheck check, Tenant tenant, List<PostureClaim> posture, Instant now) {
        try {
            return check.check(tenant, posture, now);
        } catch (RuntimeException e) {
            LOG.warn("the check {} of tenant {} broke off", check.id(), tenant.id(), e);
            return PackCheck.Found.nothing(
                    "The check broke off (" + e.getClass().getSimpleName()
                            + "), so nothing is known. Issue the pack again; if it stays like this, tell whoever runs the portal.");
        }
    }

    private static PackCheck.Found aged(PackCheck check, PackCheck.Found seen, Instant now) {
        boolean old =
                seen.at().filter(at -> at.plus(check.shelfLife()).isBefore(now)).isPresent();
        return seen.holds() && old
                ? new PackCheck.Found(
                        false,
                        "Aged out: it is older than " + check.shelfLife().toDays()
                                + " days. Have it done again. It was: " + seen.words(),
                        seen.at(),
                        seen.artifacts(),
                        seen.attached())
                : seen;
    }

    private PackClaim claim(PackCheck check, Tenant tenant, PackCheck.Found seen, Instant now) {
        var history = rows.before(tenant.id(), check.id(), now, HISTORY);
        rows.add(
                tenant.id(),
                check.id(),
                new PackClaim.PastCheck(now, seen.holds(), seen.words()),
                seen.holds() ? seen.at() : Optional.empty());
        return new PackClaim(
                check.id(),
                check.title(),
                seen.holds(),
                seen.words(),
                seen.artifacts(),
                check.command().replace(PORTAL, portal),
                rows.lastHeld(tenant.id(), check.id()),
                check.shelfLife(),
                history);
    }
}
