package io.switchboard.operations.administration.scim;

import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.node.ObjectNode;

/** One write as a client asks for it, alone or in a bulk. {@code id} is empty for a POST, {@code data} for a DELETE. */
record Operation(Method method, Type type, Optional<String> id, Optional<ObjectNode> data, Optional<String> ifMatch) {

    enum Method {
        POST,
        PUT,
        PATCH,
        DELETE;

        static Method of(String word) {
            for (var method : values()) {
                if (method.name().equals(word.toUpperCase(Locale.ROOT))) {
                    return method;
                }
            }
            throw ScimFault.syntax(
                    "“" + ScimJson.shown(word) + "” is no method of a bulk; they are POST, PUT, PATCH and DELETE.");
        }
    }

    enum Type {
        USER(Urn.USER),
        GROUP(Urn.GROUP);

        final String schema;

        Type(String schema) {
            this.schema = schema;
        }

        static Type of(String segment) {
            return switch (segment) {
                case "Users" -> USER;
                case "Groups" -> GROUP;
                default ->
                    throw ScimFault.of(
                            HttpStatus.NOT_FOUND,
                            "“" + ScimJson.shown(segment) + "” is no resource type; they are Users and Groups.");
            };
        }
    }

    /** Which schema the data has to name. */
    String schema() {
        return method == Method.PATCH ? Urn.PATCH : type.schema;
    }
}
