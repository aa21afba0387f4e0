package io.switchboard.verify;

import io.switchboard.verify.json.JsonReader;
import io.switchboard.verify.json.JsonValue;
import io.switchboard.verify.json.JsonValue.JsonArray;
import io.switchboard.verify.json.JsonValue.JsonText;
import io.switchboard.verify.json.MalformedJson;
import java.util.HashSet;
import java.util.Set;

/** SD-JWT disclosures (RFC 9901) of one receipt: each has to be one that the receipt commits to. What is withheld is not missed. */
final class Disclosures {

    private Disclosures() {}

    /** How many values are disclosed. */
    static int require(byte[] file, Set<String> commitments) throws Refused {
        if (!(json("the file", file) instanceof JsonArray(var items))) {
            throw new Refused("it is not an array");
        }
        Set<String> seen = new HashSet<>();
        for (JsonValue item : items) {
            String digest = digest(item);
            if (!commitments.contains(digest)) {
                throw new Refused("the receipt does not commit to the disclosure with digest " + digest);
            }
            if (!seen.add(digest)) {
                throw new Refused("the disclosure with digest " + digest + " is there twice");
            }
        }
        return seen.size();
    }

    private static String digest(JsonValue item) throws Refused {
        if (!(item instanceof JsonText(var disclosure))) {
            throw new Refused("it holds something that is not a text");
        }
        byte[] triple = StrictBase64.url(disclosure);
        boolean formed = json("a disclosure", triple) instanceof JsonArray(var parts)
                && parts.size() == 3
                && parts.get(0) instanceof JsonText
                && parts.get(1) instanceof JsonText;
        if (!formed) {
            throw new Refused("a disclosure is not an array of salt, name and value");
        }
        return Digests.base64url(disclosure);
    }

    private static JsonValue json(String what, byte[] bytes) throws Refused {
        try {
            return JsonReader.read(bytes);
        } catch (MalformedJson e) {
            throw Refused.json(what, e);
        }
    }
}
