package io.switchboard.operations.administration.scim;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads what clients send, strictly: UTF-8, no name twice in an object (in whatever case), at most 24 levels, no NUL and no half of a surrogate pair.
 * What is read has all names in lower case, since case does not tell attributes apart (RFC 7643, section 2.1).
 */
final class ScimJson {

    static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final int DEEPEST = 24;
    private static final int LONGEST_TEXT = 64 * 1024;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxStringLength(LONGEST_TEXT)
                            .maxNumberLength(40)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .build();

    private ScimJson() {}

    static ObjectNode read(byte[] bytes) {
        if (tree(text(bytes)) instanceof ObjectNode object) {
            return (ObjectNode) lowered(object);
        }
        throw ScimFault.syntax("The body is no JSON object. Send one with its schemas.");
    }

    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw ScimFault.syntax("The body is not UTF-8. Send JSON in UTF-8.");
        }
    }

    private static JsonNode tree(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JacksonException e) {
            var where = Optional.ofNullable(e.getLocation())
                    .map(at -> " near line " + at.getLineNr() + ", column " + at.getColumnNr())
                    .orElse("");
            throw ScimFault.syntax("The body cannot be read as JSON" + where
                    + ": it is malformed, has a name twice in one object, or is larger than what is read ("
                    + DEEPEST + " levels, " + LONGEST_TEXT + " characters in one text).");
        }
    }

    private static JsonNode lowered(JsonNode node) {
        if (node.isObject()) {
            return loweredObject(node);
        }
        if (node.isArray()) {
            var array = NODES.arrayNode(node.size());
            node.forEach(value -> array.add(lowered(value)));
            return array;
        }
        if (node.isString()) {
            requireCharacters(node.stringValue());
        }
        return node;
    }

    private static ObjectNode loweredObject(JsonNode node) {
        var object = NODES.objectNode();
        node.properties().forEach(property -> {
            requireCharacters(property.getKey());
            if (object.replace(property.getKey().toLowerCase(Locale.ROOT), lowered(property.getValue())) != null) {
                throw ScimFault.syntax("The name “" + shown(property.getKey())
                        + "” is twice in one object; case does not tell names apart. Send it once.");
            }
        });
        return object;
    }

    private static void requireCharacters(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (c == 0 || Character.isSurrogate(c) && !pair) {
                throw ScimFault.value(
                        "A text has a NUL character or half of a surrogate pair, which is no text. Leave it out.");
            }
            i += pair ? 1 : 0;
        }
    }

    static byte[] bytes(Object json) {
        return MAPPER.writeValueAsBytes(json);
    }

    /** For an answer's message: not more of what was sent than is needed to find it. */
    static String shown(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }
}
