package io.switchboard.insight.assurance;

import io.switchboard.control.receipts.Outcome;
import io.switchboard.control.receipts.SignedReceipt;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.platform.signing.DsseEnvelope;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;

/** An Ed25519 key that signs receipts and key sets by the JDK, with no code of the portal's. */
final class TestKeys {

    private final KeyPair pair;

    TestKeys() {
        try {
            pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    String x() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(raw());
    }

    private byte[] raw() {
        var spki = pair.getPublic().getEncoded();
        return Arrays.copyOfRange(spki, spki.length - 32, spki.length);
    }

    byte[] jwk() {
        return ("{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"" + x() + "\",\"kid\":\"root\"}")
                .getBytes(StandardCharsets.UTF_8);
    }

    PublishedKey published(String use, String log, Instant from, Optional<Instant> until) {
        return new PublishedKey(x(), use, log, from, until, Optional.of(new Ed25519PublicKeyParameters(raw())));
    }

    byte[] sign(String type, byte[] payload) {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(pair.getPrivate());
            var message = new ByteArrayOutputStream();
            message.writeBytes(("DSSEv1 " + type.length() + " " + type + " " + payload.length + " ")
                    .getBytes(StandardCharsets.UTF_8));
            message.writeBytes(payload);
            signature.update(message.toByteArray());
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A receipt of that log, signed now. */
    SignedReceipt receipt(Receipted log, String text) {
        var payload = text.getBytes(StandardCharsets.UTF_8);
        return new SignedReceipt(
                ReceiptId.of(payload),
                new DsseEnvelope("text", payload, x(), sign("text", payload)),
                log.log,
                new ActionId("imports.commit"),
                Outcome.ALLOWED,
                Optional.empty(),
                Receipted.NOW,
                List.of());
    }
}
