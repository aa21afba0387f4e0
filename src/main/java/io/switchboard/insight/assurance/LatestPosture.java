package io.switchboard.insight.assurance;

import io.switchboard.platform.tenancy.Tenant;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The claims as they were last checked, so that a page opens at once whatever the length of the log; a claim that is a day old says so. */
@Service
public class LatestPosture {

    private final PostureClaims claims;
    private final StoredClaims stored;
    private final Clock clock;

    LatestPosture(PostureClaims claims, StoredClaims stored, Clock clock) {
        this.claims = claims;
        this.stored = stored;
        this.clock = clock;
    }

    /** What the last check found; checks first where there was none. */
    public List<PostureClaim> of(Tenant tenant) {
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
