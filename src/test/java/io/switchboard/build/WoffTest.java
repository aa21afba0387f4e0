package io.switchboard.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Font;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

class WoffTest {

    @Test
    void unpackedFontsAreReadAsFonts() throws Exception {
        try (InputStream ttf = WoffTest.class.getResourceAsStream("/fonts/Roboto-Medium.ttf")) {
            Font font = Font.createFont(Font.TRUETYPE_FONT, ttf);
            assertThat(font.getFontName()).isEqualTo("Roboto Medium");
            assertThat(font.canDisplayUpTo("Ağ Ωμέγα Ѝ 0123456789")).isEqualTo(-1);
        }
    }

    @Test
    void refusesWhatIsNoWoff() {
        assertThatThrownBy(() -> Woff.unpack(new byte[100])).hasMessageContaining("not a WOFF 1.0 font");
    }
}
