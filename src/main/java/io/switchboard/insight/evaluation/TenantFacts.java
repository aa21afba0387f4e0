package io.switchboard.insight.evaluation;

import io.switchboard.platform.tenancy.Tenant;
import java.util.Map;

/** A tenant as documents name it. */
final class TenantFacts {

    private TenantFacts() {}

    static Map<String, Object> of(Tenant tenant) {
        return Map.of(
                "slug", tenant.slug().value(),
                "name", tenant.name(),
                "log", tenant.log().value());
    }
}
