package io.switchboard.platform.identity;

import io.switchboard.kernel.Caller;
import io.switchboard.platform.observability.LogContext;
import io.switchboard.platform.tenancy.Tenants;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;

/** Whom an access token acts for: the tenant is the registered client's, and a {@code tenant} claim must agree. Empty where there is no such client. */
@Component
public class ApiCallers {

    private final ServiceClients clients;
    private final Tenants tenants;

    ApiCallers(ServiceClients clients, Tenants tenants) {
        this.clients = clients;
        this.tenants = tenants;
    }

    /** The caller of the request at hand. */
    public Optional<Caller> current() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .flatMap(this::of);
    }

    public Optional<Caller> of(Authentication authentication) {
        var caller = authentication instanceof JwtAuthenticationToken token
                ? of(token.getToken())
                : Optional.<Caller>empty();
        caller.map(Caller::tenant).ifPresent(LogContext::tenant);
        return caller;
    }

    private Optional<Caller> of(Jwt token) {
        return Optional.ofNullable(token.getClaimAsString("iss"))
                .flatMap(issuer ->
                        Optional.ofNullable(token.getSubject()).flatMap(client -> clients.find(issuer, client)))
                .filter(caller -> agrees(caller, token));
    }

    private boolean agrees(Caller caller, Jwt token) {
        var claim = token.getClaimAsString("tenant");
        return claim == null
                || tenants.find(caller.tenant())
                        .filter(tenant -> tenant.slug().value().equals(claim))
                        .isPresent();
    }
}
