package io.switchboard.verify.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.erdtman.jcs.NumberToJSON;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalJsonTest {

    private static final Path VECTORS = Path.of("../shared/fixtures/jcs");

    @Test
    void writesThePublishedVectors() throws IOException, MalformedJson {
        assumeTrue(Files.isDirectory(VECTORS), "the public RFC 8785 vectors are not beside this project");
        for (Path input : inputs()) {
            byte[] wanted = Files.readAllBytes(VECTORS.resolve("output").resolve(input.getFileName()));
            assertThat(CanonicalJson.of(JsonReader.read(Files.readAllBytes(input))))
                    .as(input.toString())
                    .isEqualTo(wanted);
            assertThat(CanonicalJson.read(wanted)).isNotNull();
        }
    }

    @Test
    void refusesThePublishedInputsAsNotCanonical() throws IOException {
        assumeTrue(Files.isDirectory(VECTORS), "the public RFC 8785 vectors are not beside this project");
        for (Path input : inputs()) {
            byte[] bytes = Files.readAllBytes(input);
            assertThatExceptionOfType(MalformedJson.class)
                    .as(input.toString())
                    .isThrownBy(() -> CanonicalJson.read(bytes));
        }
    }

    private static List<Path> inputs() throws IOException {
        try (var files = Files.list(VECTORS.resolve("input"))) {
            List<Path> inputs = files.toList();
            assertThat(inputs).isNotEmpty();
            return inputs;
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0000000000000000, 0",
        "8000000000000000, 0",
        "0000000000000001, 5e-324",
        "8000000000000001, -5e-324",
        "0000000000000002, 1e-323",
        "7fefffffffffffff, 1.7976931348623157e+308",
        "4340000000000000, 9007199254740992",
        "4430000000000000, 295147905179352830000",
        "44b52d02c7e14af5, 9.999999999999997e+22",
        "44b52d02c7e14af6, 1e+23",
        "44b52d02c7e14af7, 1.0000000000000001e+23",
        "444b1ae4d6e2ef4e, 999999999999999700000",
        "444b1ae4d6e2ef4f, 999999999999999900000",
        "444b1ae4d6e2ef50, 1e+21",
        "3eb0c6f7a0b5ed8c, 9.999999999999997e-7",
        "3eb0c6f7a0b5ed8d, 0.000001",
        "41b3de4355555553, 333333333.3333332",
        "becbf647612f3696, -0.0000033333333333333333",
        "43143ff3c1cb0959, 1424953923781206.2"
    })
    void writesNumbersAsRfc8785AppendixB(String bits, String wanted) {
        assertThat(EcmaScriptNumber.of(Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16))))
                .isEqualTo(wanted);
    }

    @Test
    void writesNumbersAsAnotherImplementationDoes() throws IOException {
        var random = new Random(11);
        for (int i = 0; i < 200_000; i++) {
            double value = i % 2 == 0 ? Double.longBitsToDouble(random.nextLong()) : random.nextInt(1_000_000) / 1000.0;
            if (Double.isFinite(value)) {
                assertThat(EcmaScriptNumber.of(value)).isEqualTo(NumberToJSON.serializeNumber(value));
            }
        }
    }

    @Test
    void sortsMembersByUtf16CodeUnits() throws MalformedJson {
        byte[] json = "{\"\ufb33\":1,\"\ud83d\ude00\":2,\"\u20ac\":3,\"1\":4}".getBytes(StandardCharsets.UTF_8);
        assertThat(CanonicalJson.text(JsonReader.read(json)))
                .isEqualTo("{\"1\":4,\"\u20ac\":3,\"\ud83d\ude00\":2,\"\ufb33\":1}");
    }
}
