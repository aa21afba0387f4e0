package io.switchboard.operations.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Checked with the JDK's Ed25519, which is not what signs. */
class SigningKeyTest {

    private static final byte[] MESSAGE = "msg_a.1700000000.{}".getBytes(StandardCharsets.UTF_8);
    private static final String SPKI = "302a300506032b6570032100";

    @Test
    void whatANewKeySignsIsCheckedWithItsPublicHalf() throws Exception {
        var pair = SigningKey.random();
        var spki = HexFormat.of().parseHex(SPKI + HexFormat.of().formatHex(pair.publicKey()));
        var key = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(spki));
        assertThat(isValid(key, pair.key().sign(MESSAGE))).isTrue();
        assertThat(isValid(key, SigningKey.random().key().sign(MESSAGE))).isFalse();
        assertThat(pair.key().toString()).isEqualTo("SigningKey[hidden]");
    }

    @Test
    void aKeyThatIsKeptAsPkcs8SignsToo() throws Exception {
        var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        var kept = new SigningKey(pair.getPrivate().getEncoded());
        assertThat(isValid(pair.getPublic(), kept.sign(MESSAGE))).isTrue();
    }

    private static boolean isValid(PublicKey key, String written) throws GeneralSecurityException {
        var check = Signature.getInstance("Ed25519");
        check.initVerify(key);
        check.update(MESSAGE);
        return check.verify(Base64.getDecoder().decode(written.substring("v1a,".length())));
    }
}
