package io.switchboard.platform.identity;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.stereotype.Component;

/**
 * Checks ID tokens against the connection as it is now. Spring's own factory remembers a decoder by registration id for ever, and would check the
 * tokens of a new connection against the keys and the issuer of the one before.
 */
@Component
class IdTokenDecoders implements JwtDecoderFactory<ClientRegistration> {

    private static final int MOST = 1_000;

    private record Trusted(String issuer, String jwksUri, String clientId) {

        static Trusted by(ClientRegistration registration) {
            var provider = registration.getProviderDetails();
            return new Trusted(
                    String.valueOf(provider.getIssuerUri()),
                    String.valueOf(provider.getJwkSetUri()),
                    registration.getClientId());
        }
    }

    private final Map<Trusted, JwtDecoder> decoders = new ConcurrentHashMap<>();

    @Override
    public JwtDecoder createDecoder(ClientRegistration registration) {
        if (decoders.size() > MOST) {
            decoders.clear(); // only memory: the next login makes its own again
        }
        return decoders.computeIfAbsent(
                Trusted.by(registration), key -> new OidcIdTokenDecoderFactory().createDecoder(registration));
    }
}
