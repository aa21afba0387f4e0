package io.switchboard.platform.startup;

import io.switchboard.platform.identity.OidcConnection;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;

/** OpenID Connect Discovery 1.0 of the issuer that the environment names. */
final class Issuer {

    private Issuer() {}

    static OidcConnection discover(PlatformSettings settings) {
        var issuer = settings.issuer().orElseThrow();
        requireSafe(issuer);
        var found = discovered(issuer, settings.clientId().orElseThrow()).getProviderDetails();
        return new OidcConnection(
                issuer,
                settings.clientId().orElseThrow(),
                settings.clientSecret().orElseThrow(),
                Objects.requireNonNull(found.getAuthorizationUri()),
                found.getTokenUri(),
                Optional.ofNullable(found.getJwkSetUri())
                        .orElseThrow(() -> refused(issuer, "publishes no address of its keys (jwks_uri)")),
                Optional.ofNullable((String) found.getConfigurationMetadata().get("end_session_endpoint")));
    }

    private static ClientRegistration discovered(String issuer, String clientId) {
        try {
            return ClientRegistrations.fromOidcIssuerLocation(issuer)
                    .clientId(clientId)
                    .build();
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw refused(
                    issuer,
                    "did not answer with an OpenID configuration of that very issuer at " + issuer
                            + "/.well-known/openid-configuration");
        }
    }

    private static void requireSafe(String issuer) {
        try {
            var address = URI.create(issuer);
            var host = Optional.ofNullable(address.getHost()).orElse("");
            if (host.isEmpty() || !("https".equals(address.getScheme()) || Loopback.is(host))) {
                throw refused(issuer, "is no https:// address");
            }
        } catch (IllegalArgumentException e) {
            throw refused(issuer, "is no address");
        }
    }

    private static StartRefused refused(String issuer, String how) {
        return new StartRefused("SWITCHBOARD_PLATFORM_ISSUER " + issuer + " " + how
                + ": correct it, or make the provider reachable from here.");
    }
}
