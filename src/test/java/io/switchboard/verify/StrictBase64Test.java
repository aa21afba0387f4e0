package io.switchboard.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictBase64Test {

    @ParameterizedTest
    @ValueSource(strings = {"+/8=", "+/8", "-_8=", "-_8"})
    void takesEitherAlphabetWithOrWithoutPadding(String text) throws Refused {
        assertThat(StrictBase64.either(text)).containsExactly(0xfb, 0xff);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+/9=",
                "-_9",
                "+_8=",
                "-/8",
                "+/8==",
                "+/ 8=",
                "+/8=\n",
                "+",
                "=",
                "+/8=+/8=",
                "\u00e4\u00e4\u00e4\u00e4"
            })
    void refusesStrayBitsBlanksMixedAlphabetsAndWrongPadding(String text) {
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> StrictBase64.either(text));
    }

    @Test
    void takesOnlyTheUrlSafeAlphabetWithoutPaddingForJose() throws Refused {
        assertThat(StrictBase64.url("-_8")).containsExactly(0xfb, 0xff);
        for (String wrong : new String[] {"-_8=", "+/8", "-_9"}) {
            assertThatExceptionOfType(Refused.class).isThrownBy(() -> StrictBase64.url(wrong));
        }
    }
}
