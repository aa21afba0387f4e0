package io.switchboard.platform.documents;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentLogoTest {

    @Test
    void acceptsPlainShapes() {
        assertThatCode(() -> logo("<defs><linearGradient id='g'/></defs><path fill='url(#g)' d='M0 0h1'/>"))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>1</script>",
                "<image href='https://example.org/x.png'/>",
                "<g onload='x()'/>",
                "<rect fill='url(https://example.org/#g)'/>",
                "<g style='background:url(file:///x)'/>",
                "<foreignObject/>",
                "<style>@import 'x'</style>"
            })
    void refusesWhatRunsOrPointsOutside(String content) {
        assertThatThrownBy(() -> logo(content)).hasMessageContaining("cannot be a logo");
    }

    @Test
    void refusesADocumentType() {
        assertThatThrownBy(() -> new DocumentLogo(
                        "<!DOCTYPE svg [<!ENTITY e 'x'>]><svg>&e;</svg>".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesAPictureThatUnpacksToTooMuch() throws IOException {
        byte[] wide = Samples.png(4000, 1);
        assertThatThrownBy(() -> new DocumentLogo(wide)).hasMessageContaining("at most 2048 by 2048 pixels");
    }

    @Test
    void refusesADamagedPicture() throws IOException {
        byte[] cut = Arrays.copyOf(Samples.png(10, 10), 12);
        assertThatThrownBy(() -> new DocumentLogo(cut)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesWhatIsNoPicture() {
        assertThatThrownBy(() -> new DocumentLogo(new byte[] {1, 2, 3})).hasMessageContaining("PNG, JPEG or SVG");
    }

    @Test
    void refusesMoreThanTheLimit() {
        assertThatThrownBy(() -> new DocumentLogo(new byte[256 * 1024 + 1])).hasMessageContaining("at most 256 KiB");
    }

    private static DocumentLogo logo(String content) {
        return new DocumentLogo(
                ("<svg xmlns='http://www.w3.org/2000/svg'>" + content + "</svg>").getBytes(StandardCharsets.UTF_8));
    }
}
