package io.switchboard.verify;

import io.switchboard.verify.json.CanonicalJson;
import io.switchboard.verify.json.MalformedJson;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** A DSSE v1 envelope in canonical JSON with exactly one signature. Parsing it authenticates nothing; {@link #requireSignature} does. */
final class Envelope {

    static final String IN_TOTO = "application/vnd.in-toto+json";
    static final String JWK_SET = "application/jwk-set+json";

    private static final Set<String> MEMBERS = Set.of("payload", "payloadType", "signatures");
    private static final Set<String> SIGNATURE = Set.of("keyid", "sig");

    private final String payloadType;
    private final byte[] payload;
    private final String keyId;
    private final byte[] signature;

    private Envelope(Members envelope, Members signature) throws Refused {
        this.payloadType = envelope.text("payloadType");
        this.payload = StrictBase64.either(envelope.text("payload"));
        this.keyId = signature.text("keyid", Forms.KEY_ID);
        this.signature = StrictBase64.either(signature.text("sig"));
    }

    static Envelope read(byte[] bytes, String payloadType) throws Refused {
        Members envelope = members(bytes).only(MEMBERS, Set.of());
        envelope.literal("payloadType", payloadType);
        List<?> signatures = envelope.array("signatures");
        if (signatures.size() != 1) {
            throw new Refused("the envelope has " + signatures.size() + " signatures, exactly one is allowed");
        }
        Members signature = Members.of("signature", envelope.array("signatures").getFirst());
        return new Envelope(envelope, signature.only(SIGNATURE, Set.of()));
    }

    private static Members members(byte[] bytes) throws Refused {
        try {
            return Members.of("envelope", CanonicalJson.read(bytes));
        } catch (MalformedJson e) {
            throw Refused.json("the envelope", e);
        }
    }

    /** Which key to try; says nothing about who signed. */
    String keyId() {
        return keyId;
    }

    void requireSignature(Ed25519Key key) throws Refused {
        if (!key.verifies(preAuthenticationEncoding(), signature)) {
            throw new Refused("the signature does not verify with key " + keyId);
        }
    }

    /** The payload's bytes. */
    byte[] payload() {
        return payload.clone();
    }

    /** The payload as an object; refused unless its bytes are canonical. */
    Members payloadMembers() throws Refused {
        try {
            return Members.of("payload", CanonicalJson.read(payload));
        } catch (MalformedJson e) {
            throw Refused.json("the payload", e);
        }
    }

    /** DSSE's PAE: the lengths keep type and payload apart. */
    private byte[] preAuthenticationEncoding() {
        byte[] type = payloadType.getBytes(StandardCharsets.UTF_8);
        var out = new ByteArrayOutputStream(payload.length + 100);
        out.writeBytes(("DSSEv1 " + type.length + " ").getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(type);
        out.writeBytes((" " + payload.length + " ").getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(payload);
        return out.toByteArray();
    }
}
