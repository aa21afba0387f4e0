package io.switchboard.platform.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class SecretBoxTest {

    private static final byte[] SECRET = "secret".getBytes(StandardCharsets.UTF_8);

    private final SecretBox box =
            new SecretBox(new MasterKey(Base64.getEncoder().encodeToString(new byte[32])));

    @Test
    void opensWhatItSealedForTheSameContextOnly() {
        byte[] sealed = box.seal("row/1", SECRET);
        assertThat(box.open("row/1", sealed)).isEqualTo(SECRET);
        assertThatIllegalStateException().isThrownBy(() -> box.open("row/2", sealed));
    }

    @Test
    void noticesAChangedByteAnywhere() {
        byte[] sealed = box.seal("row/1", SECRET);
        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 1;
            assertThatIllegalStateException().isThrownBy(() -> box.open("row/1", changed));
        }
    }

    @Test
    void refusesAMasterKeyOfTheWrongLengthWithoutQuotingIt() {
        for (String wrong : new String[] {"", "c2hvcnQ=", "not base64!"}) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> new MasterKey(wrong))
                    .withMessageContaining("switchboard.master-key")
                    .withMessageContaining("openssl rand -base64 32")
                    .withNoCause();
        }
    }
}
