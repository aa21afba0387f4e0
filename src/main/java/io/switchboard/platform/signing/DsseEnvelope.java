package io.switchboard.platform.signing;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** A DSSE v1 envelope with exactly one signature. */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record DsseEnvelope(String payloadType, byte[] payload, String keyId, byte[] signature) {

    /** The form in which it leaves the portal: canonical JSON, standard base64 with padding. */
    public byte[] bytes() {
        Base64.Encoder base64 = Base64.getEncoder();
        return CanonicalJson.of(Map.of(
                "payload", base64.encodeToString(payload),
                "payloadType", payloadType,
                "signatures", List.of(Map.of("keyid", keyId, "sig", base64.encodeToString(signature)))));
    }

    byte[] signedBytes() {
        return preAuthentication(payloadType, payload);
    }

    /** What a DSSE signature is over: {@code "DSSEv1" SP len(type) SP type SP len(payload) SP payload}. */
    static byte[] preAuthentication(String type, byte[] payload) {
        int typeBytes = type.getBytes(StandardCharsets.UTF_8).length;
        byte[] head =
                ("DSSEv1 " + typeBytes + " " + type + " " + payload.length + " ").getBytes(StandardCharsets.UTF_8);
        byte[] all = Arrays.copyOf(head, head.length + payload.length);
        System.arraycopy(payload, 0, all, head.length, payload.length);
        return all;
    }
}
