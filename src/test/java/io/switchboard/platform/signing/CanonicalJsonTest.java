package io.switchboard.platform.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class CanonicalJsonTest {

    private static final Path FIXTURES = Path.of("../shared/fixtures/jcs");

    @Test
    void writesThePublishedVectorsByteForByte() throws IOException {
        assumeTrue(Files.isDirectory(FIXTURES), "the JCS vectors are not beside this project");
        int compared = 0;
        try (var inputs = Files.newDirectoryStream(FIXTURES.resolve("input"), "*.json")) {
            for (Path input : inputs) {
                Object tree = JsonMapper.builder().build().readValue(Files.readAllBytes(input), Object.class);
                byte[] expected = Files.readAllBytes(FIXTURES.resolve("output").resolve(input.getFileName()));
                assertThat(CanonicalJson.of(tree)).as(input.toString()).isEqualTo(expected);
                compared++;
            }
        }
        assertThat(compared).isPositive();
    }

    @Test
    void sortsMembersAndEscapesOnlyWhatHasToBe() {
        assertThat(text(Map.of("b", List.of(true, 1L, 0.5), "a", "\u0001\"é\n")))
                .isEqualTo("{\"a\":\"\\u0001\\\"é\\n\",\"b\":[true,1,0.5]}");
        assertThat(text(Map.of())).isEqualTo("{}");
    }

    @Test
    void refusesWhatOtherReadersWouldReadDifferently() {
        for (Object wrong :
                List.of("\ud800", "a\udc00", Double.NaN, Double.POSITIVE_INFINITY, 1L << 53, new Object())) {
            assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.of(List.of(wrong)));
        }
    }

    private static String text(Object tree) {
        return new String(CanonicalJson.of(tree), StandardCharsets.UTF_8);
    }
}
