package io.switchboard.verify.json;

import java.util.List;
import java.util.Map;

/** A parsed JSON value. Numbers are doubles, as I-JSON (RFC 7493 §2.2) understands them; members keep their order. */
public sealed interface JsonValue {

    record JsonObject(Map<String, JsonValue> members) implements JsonValue {}

    record JsonArray(List<JsonValue> items) implements JsonValue {}

    record JsonText(String value) implements JsonValue {}

    record JsonNumber(double value) implements JsonValue {}

    enum JsonLiteral implements JsonValue {
        TRUE,
        FALSE,
        NULL
    }
}
