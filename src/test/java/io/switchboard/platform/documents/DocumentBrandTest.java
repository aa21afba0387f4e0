package io.switchboard.platform.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DocumentBrandTest {

    @Test
    void writesInWhiteOnDarkAccentsAndInInkOnLightOnes() {
        assertThat(new DocumentBrand("Globex", "#0B5FFF", null).onAccent()).isEqualTo("#FFFFFF");
        assertThat(new DocumentBrand("Sunny", "#FFD400", null).onAccent()).isEqualTo("#101828");
    }

    @Test
    void refusesAnAccentThatIsNoColour() {
        assertThatThrownBy(() -> new DocumentBrand("Globex", "blue", null)).hasMessageContaining("#RRGGBB");
    }

    @Test
    void refusesATemplateNameThatLeavesItsFolder() {
        assertThatThrownBy(() -> new DocumentTemplate("../secret")).isInstanceOf(IllegalArgumentException.class);
    }
}
