package io.switchboard.verify;

import io.switchboard.kernel.ReceiptId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
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
    TestKey rootSigner = root;
    TestKey statementSigner = key;
    String statementLog = LOG;
    String createdAt = "2026-04-01T00:00:00Z";
    String chain = "\"version\":1,\"previous\":null";
    String jwks;
    int claimedReceipts = -1;

    TestBundle(int count) {
        for (int i = 0; i < count; i++) {
            receipts.add(TestReceipt.right(key, LOG, i));
        }
        jwks = key.jwk("receipt", LOG, "");
        extra.put("data/VERIFY.md", utf8("# How to verify\n"));
        extra.put("data/documents/one-pager.pdf", utf8("%PDF-1.7 test"));
        extra.put("data/documents/one-pager.json", utf8("{\"title\":\"One pager\"}"));
    }

    /** Everything under data/, signed, by path. */
    Map<String, byte[]> data() {
        var data = new TreeMap<>(extra);
        data.put("data/keys.json", envelope(rootSigner, root.kid(), "application/jwk-set+json", keySet()));
        receipts.forEach(receipt -> add(data, receipt));
        byte[] statement = statement(data);
        data.put("data/bundle.dsse.json", envelope(statementSigner, statementSigner.kid(), IN_TOTO, statement));
        return data;
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
                 "filter":{"outcome":"allowed"},"receiptCount":%d,"treeSize":0}}""".formatted(
                        subjects, statementLog, createdAt, claimedReceipts < 0 ? receipts.size() : claimedReceipts));
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
