package io.switchboard.platform.signing.web;

import io.switchboard.platform.signing.KeyRing;
import io.switchboard.platform.signing.TrustRoot;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The public halves, open to everybody (RFC 8615): the JWK that an outsider pins, and the key set it signs. */
@RestController
class WellKnownKeys {

    private static final CacheControl SHORT =
            CacheControl.maxAge(Duration.ofMinutes(1)).cachePublic();

    private final TrustRoot root;
    private final KeyRing ring;

    WellKnownKeys(TrustRoot root, KeyRing ring) {
        this.root = root;
        this.ring = ring;
    }

    @GetMapping("/.well-known/switchboard-root.jwk")
    ResponseEntity<byte[]> root() {
        return open("application/jwk+json", root.jwk());
    }

    @GetMapping("/.well-known/switchboard-keys.json")
    ResponseEntity<byte[]> keys() {
        return open("application/json", ring.keySetEnvelope());
    }

    private static ResponseEntity<byte[]> open(String type, byte[] body) {
        return ResponseEntity.ok()
                .cacheControl(SHORT)
                .contentType(MediaType.parseMediaType(type))
                .body(body);
    }
}
