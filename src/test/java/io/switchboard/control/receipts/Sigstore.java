package io.switchboard.control.receipts;

import com.google.protobuf.util.JsonFormat;
import dev.sigstore.bundle.Bundle.DsseEnvelope;
import dev.sigstore.bundle.ImmutableDsseEnvelope;
import dev.sigstore.bundle.ImmutableSignature;
import dev.sigstore.dsse.InTotoPayload;
import dev.sigstore.encryption.signers.Verifiers;
import io.intoto.EnvelopeOuterClass.Envelope;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;

/** Envelopes read and checked by sigstore's library: its parser, its pre-authentication encoding, its verifier, its in-toto statement. */
final class Sigstore {

    /** RFC 8410: what stands before the raw key in its SubjectPublicKeyInfo. */
    private static final String ED25519 = "302a300506032b6570032100";

    private Sigstore() {}

    static DsseEnvelope envelope(String json) throws Exception {
        var parsed = Envelope.newBuilder();
        JsonFormat.parser().merge(json, parsed);
        var envelope = ImmutableDsseEnvelope.builder()
                .payload(parsed.getPayload().toByteArray())
                .payloadType(parsed.getPayloadType());
        for (var signature : parsed.getSignaturesList()) {
            envelope.addSignatures(ImmutableSignature.builder()
                    .sig(signature.getSig().toByteArray())
                    .build());
        }
        return envelope.build();
    }

    static boolean verifies(DsseEnvelope envelope, PublicKey key) throws GeneralSecurityException {
        try {
            return Verifiers.newVerifier(key).verify(envelope.getPAE(), envelope.getSignature());
        } catch (SignatureException e) {
            return false; // its way to refuse a signature that is none
        }
    }

    static InTotoPayload statement(DsseEnvelope envelope) throws Exception {
        return InTotoPayload.from(envelope);
    }

    /** From a JWK's {@code x}. */
    static PublicKey key(String x) throws GeneralSecurityException {
        var raw = HexFormat.of().formatHex(Base64.getUrlDecoder().decode(x));
        return KeyFactory.getInstance("Ed25519")
                .generatePublic(new X509EncodedKeySpec(HexFormat.of().parseHex(ED25519 + raw)));
    }
}
