package io.switchboard.insight.isolation;

import io.switchboard.kernel.Caller;
import io.switchboard.platform.tenancy.Tenant;
import java.util.Map;

/** One of the two: its tenant, the member that makes its things, the service client that asks, and what it has. */
record Canary(Tenant tenant, Caller owner, Caller client, Map<String, String> things) {

    Canary {
        things = Map.copyOf(things);
    }

    String slug() {
        return tenant.slug().value();
    }
}
