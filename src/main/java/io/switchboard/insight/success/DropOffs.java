package io.switchboard.insight.success;

import io.switchboard.operations.onboarding.Onboarding;
import io.switchboard.platform.tenancy.Tenants;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** Where pilots stop, as of now. The platform itself is no pilot. */
@Component
public class DropOffs {

    private final Tenants tenants;
    private final Onboarding onboarding;
    private final Clock clock;

    DropOffs(Tenants tenants, Onboarding onboarding, Clock clock) {
        this.tenants = tenants;
        this.onboarding = onboarding;
        this.clock = clock;
    }

    /** In the order of the setup, whether anybody is there or not. */
    public List<DropOff> now() {
        var pilots = tenants.pilots().stream()
                .map(tenant -> new Pilot(tenant, onboarding.checklist(tenant), List.of()))
                .toList();
        return DropOff.of(pilots, clock.instant());
    }
}
