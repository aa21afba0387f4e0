package io.switchboard.journeys;

import io.switchboard.kernel.Slug;
import io.switchboard.platform.identity.SignInAddresses;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** What a tenant's own people would set up at Keycloak: a realm, the portal as its confidential client, and one person in it. */
record KeycloakRealm(Slug tenant, String portal, String user, String password, String secret) {

    static final String CLIENT = "switchboard";

    /** With a password and a client secret that nobody knew before. */
    static KeycloakRealm of(Slug tenant, String portal, String user) {
        return new KeycloakRealm(
                tenant,
                portal,
                user,
                UUID.randomUUID().toString(),
                UUID.randomUUID().toString());
    }

    /** In the form that {@code --import-realm} reads. */
    String json() {
        return JsonMapper.shared()
                .writeValueAsString(Map.of(
                        "realm",
                        tenant.value(),
                        "enabled",
                        true,
                        "clients",
                        List.of(client()),
                        "users",
                        List.of(person())));
    }

    private Map<String, Object> client() {
        return Map.of(
                "clientId",
                CLIENT,
                "publicClient",
                false,
                "secret",
                secret,
                "redirectUris",
                List.of(portal + SignInAddresses.redirect(tenant)),
                "attributes",
                Map.of(
                        "pkce.code.challenge.method",
                        "S256",
                        "post.logout.redirect.uris",
                        portal + SignInAddresses.afterLogout()));
    }

    /** Complete, or Keycloak asks for what is missing before it lets the person go on. */
    private Map<String, Object> person() {
        return Map.of(
                "username",
                user,
                "enabled",
                true,
                "firstName",
                "Ian",
                "lastName",
                "Petrov",
                "email",
                user + "@" + tenant + ".example",
                "emailVerified",
                true,
                "credentials",
                List.of(Map.of("type", "password", "value", password)));
    }
}
