package io.switchboard.operations.imports;

import io.switchboard.kernel.TenantId;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds a tenant's imports; whoever looks at a plan after its time finds it expired. */
@Component
class Lookup {

    private final Imports imports;
    private final Clock clock;

    Lookup(Imports imports, Clock clock) {
        this.imports = imports;
        this.clock = clock;
    }

    Optional<ImportPlan> find(TenantId tenant, ImportId id) {
        return imports.find(tenant, id).map(this::expired);
    }

    List<ImportPlan> latest(TenantId tenant, int limit) {
        return imports.latest(tenant, Math.clamp(limit, 1, 500)).stream()
                .map(this::expired)
                .toList();
    }

    private ImportPlan expired(ImportPlan plan) {
        if (plan.status() == ImportStatus.PLANNED
                && clock.instant().isAfter(plan.expiresAt())
                && imports.move(plan, ImportStatus.PLANNED, ImportStatus.EXPIRED)) {
            return imports.find(plan.tenant(), plan.id()).orElse(plan);
        }
        return plan;
    }
}
