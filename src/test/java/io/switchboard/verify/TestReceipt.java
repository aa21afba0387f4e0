package io.switchboard.verify;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** One receipt to be put into a {@link TestBundle}: its signer, its payload as JSON text, and values it can disclose. */
record TestReceipt(TestKey signer, String payload, List<String> disclosures) {

    static final List<String> DISCLOSED = List.of(
            disclosure("[\"c2FsdDE\",\"name\",\"Grace H\u00f6pper\"]"),
            disclosure("[\"c2FsdDI\",\"reason\",\"first import\"]"));

    static TestReceipt right(TestKey signer, String log, int number) {
        return new TestReceipt(
                signer, payload(log, "2026-03-0" + (number + 1) + "T12:00:00.5Z"), DISCLOSED.subList(0, 1));
    }

    /** Canonicalised by the bundle; two commitments, of which a bundle may disclose one. */
    static String payload(String log, String occurredAt) {
        return """
                {"_type":"https://in-toto.io/Statement/v1",
                 "subject":[{"name":"import/imp_aaaaaaaaaaaaaaaa","digest":{"sha256":"%s"}}],
                 "predicateType":"https://switchboard.example/receipt/v1",
                 "predicate":{"log":"%s","nonce":"AAAAAAAAAAAAAAAAAAAAAA","actor":{"type":"user","id":"mem_aaaaaaaaaaaaaaaa"},
                  "action":"imports.commit","outcome":"allowed","occurredAt":"%s","correlationId":"4bf92f3577b34da6a3ce929d0e0e4736",
                  "decision":{"id":"dec_aaaaaaaaaaaaaaaa","bundleDigest":"%s","determiningPolicies":["imports.0"],"reasonCodes":[]},
                  "facts":{"created":3,"dryRun":false,"rate":0.25},"_sd":["%s","%s"]}}""".formatted("ab".repeat(32), log, occurredAt, "cd".repeat(32), digest(0), digest(1));
    }

    TestReceipt withPayload(String other) {
        return new TestReceipt(signer, other, disclosures);
    }

    TestReceipt disclosing(List<String> other) {
        return new TestReceipt(signer, payload, other);
    }

    TestReceipt signedBy(TestKey other) {
        return new TestReceipt(other, payload, disclosures);
    }

    static String disclosure(String triple) {
        return TestKey.url(triple.getBytes(StandardCharsets.UTF_8));
    }

    private static String digest(int index) {
        return TestKey.url(TestKey.sha256(DISCLOSED.get(index)));
    }
}
