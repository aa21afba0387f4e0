package io.switchboard.operations.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KnownTargetsTest {

    @Test
    void findsEachOfMoreRowsThanWereExpectedAsItWas() {
        var known = new KnownTargets(0);
        for (int i = 0; i < 20_000; i++) {
            known.add(row(i));
        }
        for (int i = 0; i < 20_000; i++) {
            assertThat(known.find("mari\u00e9." + i)).contains(row(i));
        }
        assertThat(known.find("mari\u00e9.20000")).isEmpty();
    }

    @Test
    void keepsRowsThatAreLongerThanABlock() {
        var known = new KnownTargets(0);
        var rows = IntStream.range(0, 20)
                .mapToObj(i -> i % 2 == 0
                        ? row(i)
                        : new TargetRow("long" + i, "n", 1, false, true, "", "\u05d0".repeat(i * 30_000)))
                .toList();
        rows.forEach(known::add);
        assertThat(rows).allSatisfy(row -> assertThat(known.find(row.key())).contains(row));
    }

    private static TargetRow row(int i) {
        return new TargetRow(
                "mari\u00e9." + i, "mem_" + i, i, i % 2 == 0, i % 3 == 0, "operator", "3=\ud83d\ude00\u00e9" + i + "-");
    }
}
