package io.switchboard.control.flags.ui;

import io.switchboard.kernel.TenantId;
import io.switchboard.platform.tenancy.Tenant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which tenant is which, on one page. */
final class TenantNames {

    private final Map<TenantId, String> names = new HashMap<>();

    TenantNames(List<Tenant> tenants) {
        tenants.forEach(tenant -> names.put(tenant.id(), tenant.name()));
    }

    String of(TenantId tenant) {
        return names.getOrDefault(tenant, tenant.value());
    }

    /** Puts names in the place of ids. */
    String in(String codes) {
        var said = codes;
        for (var name : names.entrySet()) {
            said = said.replace("tenant:" + name.getKey(), name.getValue())
                    .replace(name.getKey().value(), name.getValue());
        }
        return said;
    }
}
