package io.switchboard.operations.imports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KeyHashesTest {

    private final KeyHashes.Seed seed = new KeyHashes.Seed();

    @Test
    void knowsWhatItHasAndNothingElse() {
        var keys = keys(0, 200_000);
        for (int i = 0; i < 200_000; i++) {
            assertThat(keys.has("n" + i)).isTrue();
            assertThat(keys.has("m" + i)).isFalse();
        }
    }

    @Test
    void leavesWhatTheOtherSetHasNot() {
        var rest = keys(0, 10_000).without(keys(5_000, 20_000));
        assertThat(rest.has("n4999")).isTrue();
        assertThat(rest.has("n5000")).isFalse();
        assertThat(keys(0, 10).without(keys(0, 10)).isEmpty()).isTrue();
        assertThat(keys(0, 1).isEmpty()).isFalse();
    }

    private KeyHashes keys(int from, int to) {
        var keys = new KeyHashes(seed);
        for (int i = from; i < to; i++) {
            keys.add("n" + i);
        }
        return keys;
    }
}
