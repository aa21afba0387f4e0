package io.switchboard.operations.administration.scim;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Bodies of requests: JSON of at most 1 MiB, refused by their length before anything is read. */
final class Bodies {

    static final int MOST_BYTES = 1024 * 1024;

    private static final MediaType SCIM = MediaType.parseMediaType("application/scim+json");

    private Bodies() {}

    static ObjectNode read(HttpServletRequest request) throws IOException {
        requireJson(request);
        if (request.getContentLengthLong() > MOST_BYTES) {
            throw tooLarge();
        }
        var bytes = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw tooLarge();
        }
        return ScimJson.read(bytes);
    }

    private static ScimFault tooLarge() {
        return ScimFault.tooLarge("A body has at most 1 MiB. Send less at once.");
    }

    private static void requireJson(HttpServletRequest request) {
        var type = request.getContentType();
        if (type != null && !isJson(type)) {
            throw ScimFault.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Send application/scim+json or application/json.");
        }
    }

    private static boolean isJson(String text) {
        try {
            var type = MediaType.parseMediaType(text);
            return SCIM.isCompatibleWith(type) || MediaType.APPLICATION_JSON.isCompatibleWith(type);
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }

    static void requireSchema(ObjectNode body, String schema) {
        var named = body.path("schemas");
        var schemas = named.isArray() ? List.copyOf(named.valueStream().toList()) : List.<JsonNode>of();
        if (schemas.stream().noneMatch(uri -> uri.asString("").equalsIgnoreCase(schema))) {
            throw ScimFault.syntax(
                    "The body's schemas do not name " + schema + ". Name it, so that the body is read as what it is.");
        }
    }
}
