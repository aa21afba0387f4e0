package io.switchboard.platform.components;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LineDiffTest {

    @Test
    void keepsCommonLinesAndMarksTheOthers() {
        assertThat(marked("a\nb\nc\nd", "a\nx\nc\ny\nd")).isEqualTo(" a-b+x c+y d");
        assertThat(marked("", "a\nb")).isEqualTo("+a+b");
        assertThat(marked("a", "")).isEqualTo("-a");
        assertThat(marked("a\nb\na", "a")).isEqualTo(" a-b-a");
    }

    @Test
    void givesBothTextsBack() {
        var before = IntStream.range(0, 300).mapToObj(i -> "" + i % 7).collect(Collectors.joining("\n"));
        var after = IntStream.range(0, 300).mapToObj(i -> "" + i % 5).collect(Collectors.joining("\n"));
        var lines = LineDiff.between(before, after);
        assertThat(lines.stream()
                        .filter(line -> line.change() != LineDiff.Change.ADDED)
                        .map(LineDiff.Line::text))
                .containsExactlyElementsOf(before.lines().toList());
        assertThat(lines.stream()
                        .filter(line -> line.change() != LineDiff.Change.REMOVED)
                        .map(LineDiff.Line::text))
                .containsExactlyElementsOf(after.lines().toList());
    }

    @Test
    void replacesAllOfWhatWouldTakeTooLong() {
        var before = "a\n".repeat(3_000);
        assertThat(LineDiff.between("x\n" + before + "y", "u\n" + before + "v")).hasSize(6_004);
    }

    private static String marked(String before, String after) {
        return LineDiff.between(before, after).stream()
                .map(line -> switch (line.change()) {
                            case SAME -> " ";
                            case REMOVED -> "-";
                            case ADDED -> "+";
                        }
                        + line.text())
                .collect(Collectors.joining());
    }
}
