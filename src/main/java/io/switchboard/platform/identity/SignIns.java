package io.switchboard.platform.identity;

import io.switchboard.kernel.MemberId;
import io.switchboard.kernel.TenantId;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;

/** The sign-ins of one browser session: at most one member for each tenant, so that two tabs can be in two tenants. */
final class SignIns implements Serializable {

    static final String ATTRIBUTE = SignIns.class.getName();

    private static final long serialVersionUID = 1L;

    private final Map<String, String> members = new ConcurrentHashMap<>();
    private volatile @Nullable Authentication latest;

    /** Those of the session, or none. */
    static SignIns of(HttpSession session) {
        return Optional.ofNullable((SignIns) session.getAttribute(ATTRIBUTE)).orElseGet(SignIns::new);
    }

    void add(TenantId tenant, MemberId member) {
        members.put(tenant.value(), member.value());
    }

    Optional<MemberId> in(TenantId tenant) {
        return Optional.ofNullable(members.get(tenant.value())).map(MemberId::new);
    }

    List<TenantId> tenants() {
        return members.keySet().stream().map(TenantId::new).toList();
    }

    /** What the provider said when somebody last came in: a sign-in that fails must not put its own in this place. */
    void authenticatedBy(Authentication authentication) {
        latest = authentication;
    }

    Optional<Authentication> latest() {
        return Optional.ofNullable(latest);
    }
}
