package io.switchboard.insight.success.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class RejectWordsTest {

    private static final Pattern CODE = Pattern.compile("\"(E-[0-9]{3})\"");

    @Test
    void everyReasonThatARowCanBeRejectedForHasWords() throws IOException {
        var codes = new TreeSet<String>();
        try (var sources = Files.walk(Path.of("src/main/java/io/switchboard/operations"))) {
            for (var source :
                    sources.filter(path -> path.toString().endsWith(".java")).toList()) {
                CODE.matcher(Files.readString(source))
                        .results()
                        .map(MatchResult::group)
                        .map(code -> code.replace("\"", ""))
                        .forEach(codes::add);
            }
        }
        assertThat(codes)
                .hasSizeGreaterThan(40)
                .allSatisfy(code -> assertThat(RejectWords.of(code)).endsWith(" (" + code + ")"));
    }

    @Test
    void aReasonOfALaterVersionIsShownAsItsCode() {
        assertThat(RejectWords.of("E-999")).isEqualTo("E-999");
    }
}
