package io.switchboard.verify.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {

    private static String canonical(String json) throws MalformedJson {
        return CanonicalJson.text(JsonReader.read(json.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[",
                "\"",
                "[1,]",
                "[,1]",
                "{,}",
                "{\"a\":1,}",
                "{\"a\"}",
                "{\"a\":}",
                "{a:1}",
                "{1:1}",
                "[1 2]",
                "1 2",
                "nul",
                "nulll",
                "True",
                "NaN",
                "Infinity",
                "-",
                "+1",
                "01",
                "-01",
                "1.",
                ".5",
                "1e",
                "1e+",
                "0x1",
                "1e400",
                "-1e400",
                "\"\\x\"",
                "\"\\u12\"",
                "\"\\u12g4\"",
                "\"\\ud800\"",
                "\"\\udc00\"",
                "\"\\ud800\\ud800\"",
                "\"\\udc00\\ud800\"",
                "\"a\nb\"",
                "\"a\u0000b\"",
                "{\"a\":1,\"a\":2}",
                "{\"a\":1,\"\\u0061\":2}",
                "\ufeff1",
                "[1]//",
                "'a'",
                "\u00a01",
                "\"\\u\uff11\uff11\uff11\uff11\""
            })
    void refuses(String json) {
        assertThatExceptionOfType(MalformedJson.class)
                .isThrownBy(() -> canonical(json))
                .withMessageMatching("[ -~]+");
    }

    @Test
    void refusesWhatIsNotUtf8() {
        for (byte[] wrong : new byte[][] {
            {'"', (byte) 0xff, '"'},
            {'"', (byte) 0xc0, (byte) 0xaf, '"'},
            {'"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"'},
            {'"', (byte) 0xc3, '"'}
        }) {
            assertThatExceptionOfType(MalformedJson.class).isThrownBy(() -> JsonReader.read(wrong));
        }
    }

    @Test
    void readsDownToTheLimitOfNestingAndNotBelow() throws MalformedJson {
        int most = JsonReader.MAX_DEPTH;
        assertThat(canonical("[".repeat(most + 1) + "]".repeat(most + 1))).hasSize(2 * most + 2);
        for (String open : new String[] {"[", "{\"a\":"}) {
            assertThatExceptionOfType(MalformedJson.class)
                    .isThrownBy(() -> canonical(open.repeat(100_000)))
                    .withMessageContaining("nested deeper than 64");
        }
    }

    @Test
    void readsEveryKindOfValue() throws MalformedJson {
        assertThat(
                        canonical(
                                " { \"b\" : [ 1 , -0 , 2.50e1 , true , false , null ] , \"a\" : \"\\u00e4\\ud83d\\ude00\\/\\b\\f\\n\\r\\t\\\"\\\\\\u0001\" } "))
                .isEqualTo(
                        "{\"a\":\"\u00e4\ud83d\ude00/\\b\\f\\n\\r\\t\\\"\\\\\\u0001\",\"b\":[1,0,25,true,false,null]}");
        assertThat(canonical("\"\ufffd\"")).isEqualTo("\"\ufffd\"");
        assertThat(canonical("[[],{}]")).isEqualTo("[[],{}]");
    }

    /** Whatever the bytes are, the answer is a value or {@link MalformedJson}, never another exception. */
    @Test
    void answersGarbageWithARefusal() {
        var random = new Random(7);
        byte[] seed =
                "{\"a\":[1.5e3,\"\\ud83d\\ude00x\",true,null],\"b\":{\"c\":-0.1}}".getBytes(StandardCharsets.UTF_8);
        int refused = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] mutated = Arrays.copyOf(seed, 1 + random.nextInt(seed.length));
            for (int flips = random.nextInt(3); flips >= 0; flips--) {
                mutated[random.nextInt(mutated.length)] = (byte) random.nextInt(256);
            }
            refused += refuses(mutated) ? 1 : 0;
        }
        assertThat(refused).isGreaterThan(15_000);
    }

    private static boolean refuses(byte[] json) {
        try {
            JsonReader.read(json);
            return false;
        } catch (MalformedJson e) {
            return true;
        }
    }
}
