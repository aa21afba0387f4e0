package io.switchboard.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.stereotype.Component;

/**
 * Requests that a node makes to itself, told by a header whose value is random and lives in its memory only. They are not counted as probes of a stranger. They
 * get no right by it.
 */
@Component
public class OwnRequests {

    public static final String HEADER = "Switchboard-Own-Request";

    private static final int BYTES = 32;

    private final String value;

    public OwnRequests() {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        value = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** What the header has to say; for this node's own client, and never for a log. */
    public String value() {
        return value;
    }

    boolean is(HttpServletRequest request) {
        var given = request.getHeader(HEADER);
        return given != null
                && MessageDigest.isEqual(
                        given.getBytes(StandardCharsets.UTF_8), value.getBytes(StandardCharsets.UTF_8));
    }
}
