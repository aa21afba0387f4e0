package io.switchboard.operations.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReasonsTest {

    @Test
    void countsARowOnceForEachOfItsReasons() {
        var reasons = Reasons.of(Stream.of(List.of("E-103", "E-103", "E-105"), List.of("E-103"), List.of()));
        assertThat(reasons.rows()).containsExactly(Map.entry("E-103", 2L), Map.entry("E-105", 1L));
        assertThat(reasons).hasToString("E-103=2,E-105=1");
    }

    @Test
    void readsWhatItWroteAndAddsUp() {
        var reasons = new Reasons(Map.of("E-105", 1L, "E-103", 2L));
        assertThat(Reasons.parse(reasons.toString())).isEqualTo(reasons);
        assertThat(Reasons.parse("")).isEqualTo(Reasons.NONE);
        assertThat(reasons.and(new Reasons(Map.of("E-103", 5L, "E-110", 1L)))).hasToString("E-103=7,E-105=1,E-110=1");
    }
}
