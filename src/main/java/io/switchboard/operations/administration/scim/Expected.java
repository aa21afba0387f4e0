package io.switchboard.operations.administration.scim;

import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;

/** What a write finds otherwise than it was asked for. */
final class Expected {

    private Expected() {}

    /** {@code If-Match} of RFC 9110: one of several tags, or {@code *} for any version. Without it any version will do. */
    static void version(Optional<String> ifMatch, String tag) {
        ifMatch.filter(asked -> !matches(asked, tag)).ifPresent(_ -> {
            throw ScimFault.of(
                    HttpStatus.PRECONDITION_FAILED,
                    "The resource has changed: it is at version " + tag + " now. Read it again and repeat the change.");
        });
    }

    static boolean matches(String asked, String tag) {
        for (var part : asked.split(",", -1)) {
            var one = part.strip();
            if (one.equals("*") || weak(one).equals(weak(tag))) {
                return true;
            }
        }
        return false;
    }

    private static String weak(String tag) {
        return tag.startsWith("W/") ? tag.substring(2) : tag;
    }

    static <T> T unique(String what, Supplier<T> write) {
        try {
            return write.get();
        } catch (DuplicateKeyException e) {
            throw ScimFault.proven(
                    HttpStatus.CONFLICT,
                    "uniqueness",
                    "Another resource of this tenant has the same " + what
                            + " already. Search for it and change that one.",
                    java.util.Map.of());
        }
    }
}
