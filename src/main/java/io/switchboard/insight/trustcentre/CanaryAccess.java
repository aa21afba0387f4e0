package io.switchboard.insight.trustcentre;

import io.switchboard.insight.isolation.CanaryThing;
import io.switchboard.insight.isolation.Made;
import io.switchboard.insight.trustcentre.AccessGrants.Wish;
import io.switchboard.kernel.Caller;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** A canary's request for access. Its trust centre is open while that is made and closed again: no stranger is to find it. */
@Component
class CanaryAccess implements CanaryThing {

    private static final Set<TrustDocument> LISTED = Set.of(TrustDocument.POSTURE_PACK);

    private final TrustCentre centre;
    private final AccessGrants grants;

    CanaryAccess(TrustCentre centre, AccessGrants grants) {
        this.centre = centre;
        this.grants = grants;
    }

    @Override
    public Set<String> names() {
        return Set.of("request");
    }

    @Override
    public Map<String, String> make(Caller owner) {
        open(owner, true);
        var wish = new Wish(
                new Requester("A canary", "canary@example.org", "The portal", "To be asked for."), LISTED, false);
        var asked = Made.of(grants.request(owner.tenant(), wish));
        open(owner, false);
        return Map.of("request", asked.id().value());
    }

    private void open(Caller owner, boolean open) {
        var draft = new CentreSettings.Draft(open, "A canary lives here.", LISTED, "Look, and leave.");
        Made.of(centre.configure(owner, draft, centre.settings(owner).version()));
    }
}
