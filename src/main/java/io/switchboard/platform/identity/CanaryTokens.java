package io.switchboard.platform.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.switchboard.platform.tenancy.Tenant;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;

/**
 * Access tokens of the canaries' service clients. This node authenticates them with a key that it made when it started and that lives in its memory only, so they open this
 * node's doors and no other's, and a restart ends them all. Nobody else is given one.
 */
@Component
public class CanaryTokens {

    /** No address, so no identity provider can ever be asked for it. */
    public static final String ISSUER = "urn:switchboard:canaries";

    private static final int KEY_BYTES = 32;
    private static final Duration LIFE = Duration.ofMinutes(15);

    private final Clock clock;
    private final SecretKey key;

    public CanaryTokens(Clock clock) {
        this.clock = clock;
        var bytes = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(bytes);
        key = new SecretKeySpec(bytes, "HmacSHA256");
    }

    /** For the client that is called like the canary itself. */
    public String of(Tenant canary) {
        if (!canary.isCanary()) {
            throw new IllegalArgumentException(
                    "Only canaries have tokens of the portal; " + canary.slug() + " is none.");
        }
        try {
            var token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims(canary, clock.instant()));
            token.sign(new MACSigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("A canary's token could not be made.", e);
        }
    }

    private static JWTClaimsSet claims(Tenant canary, Instant now) {
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .subject(canary.slug().value())
                .audience(AccessTokens.AUDIENCE)
                .claim("tenant", canary.slug().value())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFE)))
                .build();
    }

    AuthenticationManager manager() {
        return AccessTokens.manager(
                ISSUER,
                NimbusJwtDecoder.withSecretKey(key)
                        .macAlgorithm(MacAlgorithm.HS256)
                        .build());
    }
}
