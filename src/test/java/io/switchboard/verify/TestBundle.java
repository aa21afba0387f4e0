package io.switchboard.verify;

import io.switchboard.kernel.ReceiptId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.erdtman.jcs.JsonCanonicalizer;

/** Writes a bundle from keys of its own, independently of the verifier; a test changes what it wants to be wrong before {@link #seal}. */
final class TestBundle {

    static final String LOG = "log_aaaaaaaaaaaaaaaa";
    static final String OTHER_LOG = "log_bbbbbbbbbbbbbbbb";
    static final String IN_TOTO = "application/vnd.in-toto+json";

    final TestKey root = new TestKey();
    final TestKey key = new TestKey();
    final List<TestReceipt> receipts = new ArrayList<>();
    final Map<String, byte[]> extra = new TreeMap<>();
    final Set<String> absent = new HashSet<>();
    TestKey rootSigner = root;
    TestKey statementSigner = key;
    String statementLog = LOG;
    String createdAt = "2026-04-01T00:00:00Z";
    String chain = "\"version\":1,\"previous\":null";
    String jwks;
    int claimedReceipts = -1;
    long claimedSize = -1;
    Optional<TestLog> log = Optional.empty();
    Optional<byte[]> checkpoint = Optional.empty();

    TestBundle(int count) {
        for (int i = 0; i < count; i++) {
            receipts.add(TestReceipt.right(key, LOG, i));
        }
        jwks = key.jwk("receipt", LOG, "");
        extra.put("data/VERIFY.md", utf8("# How to verify\n"));
        extra.put("data/documents/one-pager.pdf", utf8("%PDF-1.7 test"));
        extra.put("data/documents/one-pager.json", utf8("{\"title\":\"One pager\"}"));
    }

    /** The same with a log: {@code fillers}, the receipts, and one entry more; its key is in the key set. */
    static TestBundle logged(int count, int fillers) {
        var bundle = new TestBundle(count);
        var log = new TestLog(LOG, fillers);
        bundle.log = Optional.of(log);
        bundle.jwks += "," + log.key.jwk("log", LOG, "");
        return bundle;
    }

    TestLog log() {
        return log.orElseThrow();
    }

    /** Everything under data/, signed, by path; {@code extra} and {@code absent} have the last word. */
    Map<String, byte[]> data() {
        var data = new TreeMap<String, byte[]>();
        data.put("data/keys.json", envelope(rootSigner, root.kid(), "application/jwk-set+json", keySet()));
        receipts.forEach(receipt -> add(data, receipt));
        log.ifPresent(there -> addLog(data, there));
        data.putAll(extra);
        data.keySet().removeAll(absent);
        byte[] statement = statement(data);
        data.put("data/bundle.dsse.json", envelope(statementSigner, statementSigner.kid(), IN_TOTO, statement));
        return data;
    }

    byte[] file(String path) {
        return Objects.requireNonNull(data().get(path), path);
    }

    byte[] seal() {
        return TestZip.bag(data());
    }

    private static void add(Map<String, byte[]> data, TestReceipt receipt) {
        byte[] payload = canonical(receipt.payload());
        String id = id(payload);
        data.put(
                "data/receipts/" + id + ".dsse.json",
                envelope(receipt.signer(), receipt.signer().kid(), IN_TOTO, payload));
        if (!receipt.disclosures().isEmpty()) {
            String quoted =
                    receipt.disclosures().stream().map(d -> '"' + d + '"').collect(Collectors.joining(","));
            data.put("data/disclosures/" + id + ".json", utf8("[" + quoted + "]"));
        }
    }

    /** Appends to the log what is not in it yet: a test may have grown it further. */
    private void addLog(Map<String, byte[]> data, TestLog log) {
        var entries = new LinkedHashMap<String, byte[]>();
        data.forEach((path, bytes) -> {
            if (path.startsWith("data/receipts/")) {
                entries.put(path.substring(14, path.length() - 10), TestKey.sha256(bytes));
            }
        });
        if (checkpoint.isEmpty()) {
            log.entries.addAll(entries.values());
            log.add("one more");
            checkpoint = Optional.of(log.note(log.size()));
        }
        data.put("data/checkpoint", checkpoint.get());
        entries.forEach((id, entry) -> {
            int index = log.indexOf(entry);
            if (index >= 0) {
                data.put(
                        "data/proofs/" + id + ".tlog-proof",
                        TestLog.proof("index " + index + "\n", log.path(index, 0, log.size()), checkpoint.get()));
            }
        });
    }

    /** The receipts' ids, sorted. */
    List<String> ids() {
        return receipts.stream()
                .map(receipt -> id(canonical(receipt.payload())))
                .sorted()
                .toList();
    }

    byte[] keySet() {
        return canonical("{\"issuedAt\":\"2026-01-02T00:00:00Z\"," + chain + ",\"keys\":[" + jwks + "]}");
    }

    private byte[] statement(Map<String, byte[]> data) {
        String subjects = data.entrySet().stream()
                .map(file -> "{\"name\":\"" + file.getKey().substring(5) + "\",\"digest\":{\"sha256\":\""
                        + HexFormat.of().formatHex(TestKey.sha256(file.getValue())) + "\"}}")
                .collect(Collectors.joining(","));
        return canonical("""
                {"_type":"https://in-toto.io/Statement/v1","subject":[%s],
                 "predicateType":"https://switchboard.example/evidence-bundle/v1",
                 "predicate":{"log":"%s","createdAt":"%s","period":{"from":"2026-01-01T00:00:00Z","to":"2026-04-01T00:00:00Z"},
                 "filter":{"outcome":"allowed"},"receiptCount":%d,"treeSize":%d}}""".formatted(
                        subjects,
                        statementLog,
                        createdAt,
                        claimedReceipts < 0 ? receipts.size() : claimedReceipts,
                        claimedSize < 0 ? log.map(TestLog::size).orElse(0) : claimedSize));
    }

    static byte[] envelope(TestKey signer, String keyId, String type, byte[] payload) {
        byte[] signature = signer.sign(pae(type, payload));
        return canonical("{\"payload\":\"" + base64(payload) + "\",\"payloadType\":\"" + type
                + "\",\"signatures\":[{\"keyid\":\"" + keyId + "\",\"sig\":\"" + base64(signature) + "\"}]}");
    }

    private static byte[] pae(String type, byte[] payload) {
        byte[] head = utf8("DSSEv1 " + type.length() + " " + type + " " + payload.length + " ");
        byte[] all = Arrays.copyOf(head, head.length + payload.length);
        System.arraycopy(payload, 0, all, head.length, payload.length);
        return all;
    }

    /** By the portal's own rule, which the verifier shares no code with. */
    static String id(byte[] payload) {
        return ReceiptId.of(payload).value();
    }

    static byte[] canonical(String json) {
        try {
            return new JsonCanonicalizer(json).getEncodedUTF8();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
