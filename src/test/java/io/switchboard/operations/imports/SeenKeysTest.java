package io.switchboard.operations.imports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SeenKeysTest {

    @Test
    void takesAHundredThousandKeysForDifferent() {
        assertThat(seen(100_000).mayRepeat()).isFalse();
    }

    @Test
    void noticesEveryRepetition() {
        for (int i = 0; i < 1_000; i += 37) {
            var seen = seen(1_000);
            seen.add("person." + i);
            assertThat(seen.mayRepeat()).isTrue();
        }
    }

    private static SeenKeys seen(int keys) {
        var seen = new SeenKeys(keys);
        for (int i = 0; i < keys; i++) {
            seen.add("person." + i);
        }
        return seen;
    }
}
