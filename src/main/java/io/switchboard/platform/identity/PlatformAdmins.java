package io.switchboard.platform.identity;

import io.switchboard.kernel.Role;
import io.switchboard.kernel.TenantId;
import io.switchboard.platform.tenancy.PlatformTenant;
import io.switchboard.platform.tenancy.Tenant;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;

/** Whoever holds {@code platform-admin} in the tenant {@code platform}: a registered client by its token, or a member by the browser's session. */
@Component
class PlatformAdmins implements AuthorizationManager<RequestAuthorizationContext> {

    private final ApiCallers callers;
    private final Members members;
    private final PlatformTenant platformTenant;

    PlatformAdmins(ApiCallers callers, Members members, PlatformTenant platformTenant) {
        this.callers = callers;
        this.members = members;
        this.platformTenant = platformTenant;
    }

    @Override
    public AuthorizationDecision authorize(
            Supplier<? extends @Nullable Authentication> authentication, RequestAuthorizationContext context) {
        var allowed = platformTenant
                .find()
                .map(Tenant::id)
                .filter(platform ->
                        byToken(authentication.get(), platform) || bySession(context.getRequest(), platform));
        return new AuthorizationDecision(allowed.isPresent());
    }

    private boolean byToken(@Nullable Authentication authentication, TenantId platform) {
        return Optional.ofNullable(authentication)
                .flatMap(callers::of)
                .filter(caller -> caller.tenant().equals(platform) && caller.has(Role.PLATFORM_ADMIN))
                .isPresent();
    }

    private boolean bySession(HttpServletRequest request, TenantId platform) {
        return Optional.ofNullable(request.getSession(false))
                .map(session -> (SignIns) session.getAttribute(SignIns.ATTRIBUTE))
                .flatMap(signIns -> signIns.in(platform))
                .flatMap(id -> members.find(platform, id))
                .filter(member -> member.active() && member.roles().contains(Role.PLATFORM_ADMIN))
                .isPresent();
    }
}
