package io.switchboard.insight.assurance;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.kernel.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeysVouchedForTest {

    private static final Instant BEFORE = Receipted.NOW.minus(Duration.ofDays(1));
    private static final Optional<Instant> LATER = Optional.of(Receipted.NOW.plus(Duration.ofDays(30)));

    private final Receipted log = new Receipted();
    private final TestKeys root = new TestKeys();
    private final TestKeys key = new TestKeys();

    private Finding find(PublishedKey... keys) {
        var set = Optional.of(new PublishedKeys(4, Sha256.of("set"), List.of(keys)));
        return new KeysVouchedFor(() -> set).check(log.tenant(0), Receipted.NOW);
    }

    private PublishedKey of(String use, Optional<Instant> until) {
        return key.published(use, log.log.value(), BEFORE, until);
    }

    @Test
    void holdsWithAValidKeyForEachUseAndSaysWhichEndsFirst() {
        var finding = find(of("receipt", Optional.empty()), of("log", Optional.empty()), of("document", LATER));
        assertThat(finding.holds()).isTrue();
        assertThat(finding.words())
                .isEqualTo("The root signed key set 4; it has 3 keys of this tenant's log, 3 valid today; the first of"
                        + " them ends on 21 December 2026.");
        assertThat(finding.evidence()).contains(Sha256.of("set"));
    }

    @Test
    void isNotProvenWithoutAValidKeyForReceipts() {
        var finding = find(of("receipt", Optional.of(Receipted.NOW)), of("log", LATER), of("document", LATER));
        assertThat(finding.holds()).isFalse();
        assertThat(finding.words()).contains("3 keys of this tenant's log, 2 valid today, but none for receipts.");
    }

    @Test
    void isNotProvenWithoutAValidKeyForDocuments() {
        assertThat(find(of("receipt", LATER), of("log", LATER)).words()).contains("but none for documents.");
    }

    @Test
    void isNotProvenWithoutAValidKeyForTheLog() {
        assertThat(find(of("receipt", LATER), of("document", LATER)).words())
                .contains("but none for the log's checkpoints.");
    }

    @Test
    void doesNotCountTheKeysOfOtherLogs() {
        var finding = find(key.published("receipt", "log_other", BEFORE, LATER));
        assertThat(finding.holds()).isFalse();
        assertThat(finding.figures()).containsEntry("keys", 0L);
    }

    @Test
    void readsWhatTheRootSigned() {
        var published = PublishedKeys.verified(root.jwk(), envelope(root)).orElseThrow();
        assertThat(published.version()).isEqualTo(7);
        assertThat(published.of(log.log).receiptKey("k1", Instant.ofEpochSecond(1_700_000_000)))
                .isPresent();
    }

    @Test
    void takesNothingThatAnotherKeySigned() {
        assertThat(PublishedKeys.verified(root.jwk(), envelope(key))).isEmpty();
        var finding = new KeysVouchedFor(() -> PublishedKeys.verified(root.jwk(), envelope(key)))
                .check(log.tenant(0), Receipted.NOW);
        assertThat(finding.words()).isEqualTo("The published key set is not signed by the platform's root.");
    }

    private byte[] envelope(TestKeys signer) {
        var payload = """
                {"version":7,"keys":[{"kty":"OKP","crv":"Ed25519","x":"%s","kid":"k1","switchboard_use":"receipt","log":"%s","nbf":1600000000}]}""".formatted(key.x(), log.log).getBytes(StandardCharsets.UTF_8);
        var base64 = Base64.getEncoder();
        return """
                {"payload":"%s","payloadType":"application/jwk-set+json","signatures":[{"keyid":"root","sig":"%s"}]}""".formatted(
                        base64.encodeToString(payload),
                        base64.encodeToString(signer.sign("application/jwk-set+json", payload)))
                .getBytes(StandardCharsets.UTF_8);
    }
}
