package io.switchboard.verify;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Damages bytes in one to three ways, as transport, editors and forgers do. */
final class TestDamage {

    private static final List<String> TEXTS = List.of(
            "\n",
            "\n\n",
            " ",
            "\u0000",
            "=",
            "+",
            "-",
            "0",
            "\u2014 ",
            "\ud7ff",
            "9223372036854775808",
            "\r",
            "\"",
            "{",
            "\\u0000",
            "extra \n");

    private final Random random;

    TestDamage(Random random) {
        this.random = random;
    }

    byte[] to(byte[] right) {
        byte[] wrong = right;
        for (int i = random.nextInt(3); i >= 0; i--) {
            wrong = once(wrong);
        }
        return wrong;
    }

    private byte[] once(byte[] bytes) {
        int at = random.nextInt(bytes.length + 1);
        int to = Math.min(bytes.length, at + 1 + random.nextInt(20));
        return switch (random.nextInt(8)) {
            case 0 -> flipped(bytes);
            case 1 -> joined(bytes, at, text(), at);
            case 2 -> joined(bytes, at, new byte[0], to);
            case 3 -> joined(bytes, at, Arrays.copyOfRange(bytes, at, to), at);
            case 4 -> Arrays.copyOf(bytes, at);
            case 5 -> joined(bytes, at, text(), to);
            case 6 -> lines(bytes);
            default -> number(bytes, at);
        };
    }

    private byte[] flipped(byte[] bytes) {
        byte[] flipped = bytes.clone();
        if (flipped.length > 0) {
            flipped[random.nextInt(flipped.length)] ^= (byte) (1 + random.nextInt(255));
        }
        return flipped;
    }

    private byte[] text() {
        return TEXTS.get(random.nextInt(TEXTS.size())).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] joined(byte[] bytes, int until, byte[] middle, int from) {
        var out = new ByteArrayOutputStream();
        out.write(bytes, 0, until);
        out.writeBytes(middle);
        out.write(bytes, from, bytes.length - from);
        return out.toByteArray();
    }

    /** The lines in another order, or one of them twice. */
    private byte[] lines(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        int one = random.nextInt(lines.size());
        if (random.nextBoolean()) {
            Collections.swap(lines, one, random.nextInt(lines.size()));
        } else {
            lines.add(one, lines.get(random.nextInt(lines.size())));
        }
        return String.join("\n", lines).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Another digit, length or count. */
    private byte[] number(byte[] bytes, int at) {
        byte[] changed = bytes.clone();
        for (int i = at; i < changed.length; i++) {
            if (changed[i] >= '0' && changed[i] <= '9') {
                changed[i] = (byte) ('0' + random.nextInt(10));
                return changed;
            }
        }
        return changed;
    }
}
