package io.switchboard.operations.administration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccentContrastTest {

    @ParameterizedTest
    @ValueSource(strings = {"#000000", "#1f5eff", "#0b7a5c", "#8a4b00", "#3A3F58"})
    void letsAColourPassThatCanBeRead(String accent) {
        assertThat(AccentContrast.problem(accent)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"#ffffff", "#ffcc00", "#777777", "#00bfa5"})
    void refusesAColourThatIsTooLight(String accent) {
        assertThat(AccentContrast.problem(accent)).isPresent();
    }

    @Test
    void saysHowFarAColourIsOff() {
        assertThat(AccentContrast.problem("#777777"))
                .hasValueSatisfying(problem -> assertThat(problem).contains("contrast 4.2 : 1, at least 4.5 : 1"));
    }
}
