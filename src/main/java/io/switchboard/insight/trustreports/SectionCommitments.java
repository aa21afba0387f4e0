package io.switchboard.insight.trustreports;

import io.switchboard.kernel.Sha256;
import io.switchboard.platform.signing.Base64Url;
import io.switchboard.platform.signing.CanonicalJson;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a report commits to, section by section, as disclosures of RFC 9901 (section 4.2.1): the base64url of {@code [salt, id, section]}, whose SHA-256 is the commitment. The receipt of the report names the SHA-256
 * of the list of commitments, so a copy with only some of the sections is still shown to be part of the whole. The salt of each is derived from the report's nonce: whoever has the whole report can disclose parts
 * of it, and whoever has parts learns neither the nonce nor another salt.
 */
record SectionCommitments(List<Committed> sections) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 16;

    /** One section: its id, its disclosure, and the commitment to that. */
    record Committed(String id, String disclosure, String digest) {}

    /** Of some sections: the commitments to all, in the order of the report, and the disclosures of those. */
    record Disclosing(List<String> digests, List<String> disclosures) {}

    SectionCommitments {
        sections = List.copyOf(sections);
    }

    static SectionCommitments of(String nonce, List<Section> sections) {
        return new SectionCommitments(sections.stream()
                .map(section -> committed(section, salt(nonce, section.id())))
                .toList());
    }

    static String randomNonce() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64Url.encode(bytes);
    }

    private static Committed committed(Section section, String salt) {
        var disclosure = Base64Url.encode(CanonicalJson.of(List.of(salt, section.id(), section.json())));
        var digest = Sha256.of(disclosure.getBytes(StandardCharsets.US_ASCII));
        return new Committed(section.id(), disclosure, Base64Url.encode(digest.bytes()));
    }

    private static String salt(String nonce, String section) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(nonce.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
            var code = mac.doFinal(("section/" + section).getBytes(StandardCharsets.UTF_8));
            return Base64Url.encode(Arrays.copyOf(code, BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    List<String> digests() {
        return sections.stream().map(Committed::digest).toList();
    }

    /** What the receipt names: the SHA-256 of the list as canonical JSON. */
    Sha256 digest() {
        return Sha256.of(CanonicalJson.of(digests()));
    }

    String digest(String section) {
        return sections.stream()
                .filter(committed -> committed.id().equals(section))
                .map(Committed::digest)
                .findFirst()
                .orElseThrow();
    }

    Disclosing disclosing(Set<String> disclosed) {
        return new Disclosing(
                digests(),
                sections.stream()
                        .filter(committed -> disclosed.contains(committed.id()))
                        .map(Committed::disclosure)
                        .toList());
    }
}
