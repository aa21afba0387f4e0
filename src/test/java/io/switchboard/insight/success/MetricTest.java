package io.switchboard.insight.success;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MetricTest {

    private static final Pattern LINE =
            Pattern.compile("(?m)^\\| `([a-z0-9-]+)` \\| ([^|]+) \\| ([a-z-]+) \\| ([^|]+) \\|$");

    @Test
    void isDocumentedInItsOwnWords() throws IOException {
        assertThat(LINE.matcher(Files.readString(Path.of("docs", "success.md")))
                        .results()
                        .map(line -> line.group()))
                .containsExactlyElementsOf(
                        Arrays.stream(Metric.values()).map(MetricTest::line).toList());
    }

    private static String line(Metric metric) {
        return "| `" + metric.id() + "` | " + metric.title() + " | "
                + metric.unit().wire() + " | " + metric.definition() + " |";
    }

    @Test
    void isAboutActionsThatThereAre() throws IOException {
        var actions = Files.readString(Path.of("docs", "actions.md"));
        assertThat(Arrays.stream(Metric.values())
                        .flatMap(metric -> metric.behind().stream())
                        .flatMap(behind -> behind.action().stream()))
                .isNotEmpty()
                .allSatisfy(action -> assertThat(actions).contains("| `" + action + "` |"));
    }
}
