package io.switchboard.platform.identity;

import io.switchboard.kernel.MemberId;
import io.switchboard.kernel.TenantId;
import java.io.Serializable;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The sign-ins of one browser session: at most one member for each tenant, so that two tabs can be in two tenants. */
final class SignIns implements Serializable {

    static final String ATTRIBUTE = SignIns.class.getName();

    private final Map<String, String> members = new ConcurrentHashMap<>();

    void add(TenantId tenant, MemberId member) {
        members.put(tenant.value(), member.value());
    }

    Optional<MemberId> in(TenantId tenant) {
        return Optional.ofNullable(members.get(tenant.value())).map(MemberId::new);
    }
}
