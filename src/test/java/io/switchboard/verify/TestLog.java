package io.switchboard.verify;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A log written straight from the definitions of RFC 6962 §2.1, recursively, and independently of the verifier's arithmetic. */
final class TestLog {

    final TestKey key = new TestKey();
    final List<byte[]> entries = new ArrayList<>();
    String origin;

    TestLog(String log, int fillers) {
        origin = "portal.example/log/" + log;
        for (int i = 0; i < fillers; i++) {
            add("filler " + i);
        }
    }

    void add(String content) {
        entries.add(TestKey.sha256(content));
    }

    int size() {
        return entries.size();
    }

    int indexOf(byte[] entry) {
        return IntStream.range(0, size())
                .filter(i -> Arrays.equals(entries.get(i), entry))
                .findFirst()
                .orElse(-1);
    }

    /** MTH of the entries from {@code from} inclusive to {@code to} exclusive. */
    byte[] root(int from, int to) {
        if (to - from <= 1) {
            return to == from ? TestKey.sha256("") : hash(0, entries.get(from));
        }
        int split = from + split(to - from);
        return hash(1, root(from, split), root(split, to));
    }

    /** The largest power of two below {@code count}. */
    private static int split(int count) {
        return Integer.highestOneBit(count - 1);
    }

    private static byte[] hash(int prefix, byte[]... parts) {
        var all = new ByteArrayOutputStream();
        all.write(prefix);
        Arrays.stream(parts).forEach(all::writeBytes);
        return TestKey.sha256(all.toByteArray());
    }

    /** PATH(index, D[from:to]). */
    List<byte[]> path(int index, int from, int to) {
        if (to - from == 1) {
            return new ArrayList<>();
        }
        int split = from + split(to - from);
        boolean left = index < split;
        List<byte[]> path = left ? path(index, from, split) : path(index, split, to);
        path.add(left ? root(split, to) : root(from, split));
        return path;
    }

    /** PROOF(older, D[0:size]). */
    List<byte[]> consistency(int older, int size) {
        return older == size ? new ArrayList<>() : subproof(older, 0, size, true);
    }

    private List<byte[]> subproof(int older, int from, int to, boolean known) {
        if (older == to) {
            return known ? new ArrayList<>() : new ArrayList<>(List.of(root(from, to)));
        }
        int split = from + split(to - from);
        List<byte[]> proof = older <= split ? subproof(older, from, split, known) : subproof(older, split, to, false);
        proof.add(older <= split ? root(split, to) : root(from, split));
        return proof;
    }

    byte[] note(int size) {
        return note(key, origin, size, root(0, size));
    }

    static byte[] note(TestKey signer, String origin, long size, byte[] root) {
        return signed(signer, origin, origin + "\n" + size + "\n" + base64(root) + "\n");
    }

    static byte[] signed(TestKey signer, String name, String text) {
        return utf8(text + "\n" + line(signer, name, text));
    }

    /** A signature line. */
    static String line(TestKey signer, String name, String text) {
        var keyed = new ByteArrayOutputStream();
        keyed.writeBytes(utf8(name + "\n\u0001"));
        keyed.writeBytes(Base64.getUrlDecoder().decode(signer.x()));
        var line = new ByteArrayOutputStream();
        line.write(TestKey.sha256(keyed.toByteArray()), 0, 4);
        line.writeBytes(signer.sign(utf8(text)));
        return "\u2014 " + name + " " + base64(line.toByteArray()) + "\n";
    }

    byte[] proof(int index, int size) {
        return proof("index " + index + "\n", path(index, 0, size), note(size));
    }

    static byte[] proof(String head, List<byte[]> path, byte[] note) {
        return utf8("c2sp.org/tlog-proof@v1\n" + head + lines(path) + "\n" + new String(note, StandardCharsets.UTF_8));
    }

    static String lines(List<byte[]> hashes) {
        return hashes.stream().map(hash -> base64(hash) + "\n").collect(Collectors.joining());
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
