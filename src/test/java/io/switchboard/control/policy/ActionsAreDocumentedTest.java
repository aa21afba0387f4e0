package io.switchboard.control.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ActionsAreDocumentedTest {

    private static final Pattern LINE = Pattern.compile("(?m)^\\| `([^`]+)` \\| [^|]+ \\| [^|]+ \\| [^|]+ \\|$");

    @Test
    void everyActionOfTheSchemaHasItsLineAndNoLineIsLeftOver() throws IOException {
        var documented = LINE.matcher(Files.readString(Path.of("docs", "actions.md")))
                .results()
                .map(line -> line.group(1));
        var bundle = PolicyBundle.of(PolicyFiles.ofClasspath());
        assertThat(documented)
                .containsExactlyInAnyOrderElementsOf(Slices.of(bundle).actions());
    }
}
