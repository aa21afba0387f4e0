package io.switchboard.platform.identity;

import io.switchboard.kernel.Caller;
import io.switchboard.platform.tenancy.Tenants;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Gives controllers their {@link Caller} from the access token: the tenant is the registered client's, and a {@code tenant} claim must agree. */
@Component
class CallerArgumentResolver implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    private final ServiceClients clients;
    private final Tenants tenants;

    CallerArgumentResolver(ServiceClients clients, Tenants tenants) {
        this.clients = clients;
        this.tenants = tenants;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Caller.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binder) {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .filter(JwtAuthenticationToken.class::isInstance)
                .map(authentication -> ((JwtAuthenticationToken) authentication).getToken())
                .flatMap(this::caller)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.FORBIDDEN, "No tenant has registered this client; ask its partner admin to do so."));
    }

    private Optional<Caller> caller(Jwt token) {
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
