package io.switchboard.platform.identity.web;

import io.switchboard.kernel.Caller;
import io.switchboard.platform.tenancy.Tenants;
import java.util.Arrays;
import java.util.List;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/me}: as whom the portal takes a client. */
@RestController
class MeController {

    private final Tenants tenants;

    MeController(Tenants tenants) {
        this.tenants = tenants;
    }

    /** The actor as receipts name it. */
    record ActorJson(String type, String id) {}

    /** {@code clientId} is the issuer's name of the client, {@code actor} the one that receipts carry. */
    record Me(String tenant, ActorJson actor, String clientId, List<String> roles, List<String> scopes) {}

    @GetMapping("/api/me")
    Me me(Caller caller, JwtAuthenticationToken token) {
        return new Me(
                tenants.find(caller.tenant()).orElseThrow().slug().value(),
                new ActorJson(caller.actor().type().wire(), caller.actor().id()),
                token.getName(),
                caller.roleNames().stream().sorted().toList(),
                scopes(token));
    }

    private static List<String> scopes(JwtAuthenticationToken token) {
        return switch (token.getToken().getClaims().get("scope")) {
            case String text ->
                Arrays.stream(text.split(" ", -1))
                        .filter(scope -> !scope.isEmpty())
                        .toList();
            case List<?> list -> list.stream().map(String::valueOf).toList();
            case null, default -> List.of();
        };
    }
}
