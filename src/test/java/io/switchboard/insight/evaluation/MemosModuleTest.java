package io.switchboard.insight.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.browserless.SignedInViewTest;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.receipts.ReceiptQuery;
import io.switchboard.insight.evaluation.Memo.Standing;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.Slug;
import io.switchboard.platform.identity.Members;
import io.switchboard.platform.signing.DsseEnvelope;
import io.switchboard.platform.signing.KeyRing;
import io.switchboard.platform.tenancy.Tenants;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** On the portal's own database: a memo rests on whatever the tenant has on record. */
class MemosModuleTest extends SignedInViewTest {

    private static final Slug ACME = new Slug("acme");

    private Caller caller(String tenant, String user) {
        var owner = bean(Tenants.class).findBySlug(new Slug(tenant)).orElseThrow();
        var member = bean(Members.class).findByUserName(owner.id(), user).orElseThrow();
        return new Caller(owner.id(), Actor.user(member.id()), member.roles());
    }

    private static <T> T done(Enforced<T> ended) {
        assertThat(ended).isInstanceOf(Enforced.Done.class);
        return ((Enforced.Done<T>) ended).value();
    }

    private static String code(Enforced<?> ended) {
        return ((Enforced.Failed<?>) ended).failure().code();
    }

    @BeforeEach
    void begin() {
        done(bean(EvaluationDesk.class)
                .begin(
                        caller("acme", "eve"),
                        LocalDate.ofInstant(bean(Clock.class).instant(), ZoneOffset.UTC)));
    }

    private Memo signed(String words) {
        return done(bean(Memos.class).sign(caller("acme", "eve"), Verdict.GO, words));
    }

    private Memo now(int number) {
        return bean(Memos.class).list(caller("acme", "eve")).stream()
                .filter(memo -> memo.number() == number)
                .findFirst()
                .orElseThrow();
    }

    private String payload(Caller reader, Optional<ReceiptId> receipt) {
        return bean(ReceiptQuery.class)
                .detail(reader.tenant(), receipt.orElseThrow())
                .orElseThrow()
                .payload()
                .toString();
    }

    @Test
    void bothSidesSignTheSameBytesAndEachLogHasAReceiptOfTheAnswerThatNamesTheirDigest() {
        var eve = caller("acme", "eve");
        var pam = caller("platform", "pam");
        var memo = signed("On the condition that keys are brought.");
        assertThat(now(memo.number()).standing()).isEqualTo(Standing.WAITING);

        var answered = done(
                bean(MemoReview.class).countersign(pam, ACME, memo.number()).orElseThrow());
        assertThat(answered.standing()).isEqualTo(Standing.SIGNED);
        assertThat(answered.digest()).isEqualTo(memo.digest());

        var pressed =
                done(bean(EvaluationDocuments.class).memo(eve, memo.number()).orElseThrow());
        var envelope = new JsonMapper().readTree(pressed.json()).path("envelope");
        assertThat(envelope.path("signatures").size()).isEqualTo(2);
        assertThat(verifies(eve, envelope, 0)).as("the tenant's signature").isTrue();
        assertThat(verifies(pam, envelope, 1)).as("the platform's signature").isTrue();
        assertThat(verifies(eve, envelope, 1)).as("nobody signs for the other").isFalse();

        var signature = ((Memo.Answer.Countersigned) answered.answer().orElseThrow()).signed();
        var platforms = signature.platformReceipt();
        assertThat(payload(eve, now(memo.number()).signed().receipt()))
                .contains(memo.digest().hex(), "evaluation.sign-memo");
        assertThat(payload(pam, platforms)).contains(memo.digest().hex());
        assertThat(payload(eve, signature.receipt()))
                .contains(memo.digest().hex(), platforms.orElseThrow().value());
        assertThat(new String(pressed.html(), StandardCharsets.UTF_8))
                .contains("signed by both sides", "On the condition that keys are brought.");
    }

    private boolean verifies(Caller signer, JsonNode envelope, int at) {
        var base64 = Base64.getDecoder();
        var signature = envelope.path("signatures").path(at);
        return bean(KeyRing.class)
                .verifies(
                        signer.tenant(),
                        new DsseEnvelope(
                                envelope.path("payloadType").asString(),
                                base64.decode(envelope.path("payload").asString()),
                                signature.path("keyid").asString(),
                                base64.decode(signature.path("sig").asString())),
                        bean(Clock.class).instant());
    }

    @Test
    void anAnswerIsGivenOnceAndToTheLatestMemoOnly() {
        var pam = caller("platform", "pam");
        var review = bean(MemoReview.class);
        var first = signed("one");
        var second = signed("two");
        assertThat(now(first.number()).standing()).isEqualTo(Standing.SUPERSEDED);
        assertThat(code(review.countersign(pam, ACME, first.number()).orElseThrow()))
                .isEqualTo("answered-already");
        assertThat(code(review.decline(pam, ACME, second.number(), "  ").orElseThrow()))
                .isEqualTo("say-why");
        done(review.decline(pam, ACME, second.number(), "Bring keys first.").orElseThrow());
        assertThat(code(review.countersign(pam, ACME, second.number()).orElseThrow()))
                .isEqualTo("answered-already");
        assertThat(now(second.number()).standing()).isEqualTo(Standing.DECLINED);
        done(bean(Memos.class).sign(caller("acme", "eve"), Verdict.NO_GO, "Then not."));
        assertThat(now(second.number()).standing())
                .as("an answer stays what it was")
                .isEqualTo(Standing.DECLINED);
    }

    @Test
    void aGoWhileCriteriaAreOpenAndANoGoSayWhy() {
        var eve = caller("acme", "eve");
        var before = bean(Memos.class).list(eve).size();
        assertThat(code(bean(Memos.class).sign(eve, Verdict.GO, " "))).isEqualTo("say-why");
        assertThat(code(bean(Memos.class).sign(eve, Verdict.NO_GO, ""))).isEqualTo("say-why");
        assertThat(code(bean(Memos.class).sign(eve, Verdict.GO, "x".repeat(Memos.LONGEST + 1))))
                .isEqualTo("too-long");
        assertThat(bean(Memos.class).list(eve)).hasSize(before);
    }

    @Test
    void aTenantDoesNotAnswerItsOwnMemoAndThePlatformDoesNotSignForATenant() {
        var eve = caller("acme", "eve");
        var memo = signed("one");
        assertThat(bean(MemoReview.class).countersign(eve, ACME, memo.number())).isEmpty();
        assertThat(bean(MemoReview.class).read(caller("globex", "grace"), ACME, memo.number()))
                .isEmpty();
        assertThat(bean(Memos.class).sign(caller("acme", "otto"), Verdict.GO, "one"))
                .isInstanceOf(Enforced.Refused.class);
        assertThat(bean(Memos.class).sign(caller("platform", "pam"), Verdict.GO, "one"))
                .isInstanceOf(Enforced.Refused.class);
        assertThat(bean(MemoReview.class)
                        .countersign(caller("platform", "root"), ACME, memo.number())
                        .orElseThrow())
                .isInstanceOf(Enforced.Refused.class);
        assertThat(now(memo.number()).standing()).isEqualTo(Standing.WAITING);
    }

    @Test
    void readingAMemoLeavesAReceiptInBothLogs() {
        var memo = signed("one");
        var ended = bean(MemoReview.class)
                .read(caller("platform", "pam"), ACME, memo.number())
                .orElseThrow();
        done(ended);
        var told = bean(OnRecord.class)
                .latest(caller("acme", "eve").tenant(), new ActionId("evaluation.read-memo"), Optional.empty())
                .orElseThrow();
        assertThat(payload(caller("acme", "eve"), Optional.of(told.receipt().id())))
                .contains(ended.receipt().id().value());
    }

    @Test
    void twoWhoSignAtOnceLeaveTwoMemosOfWhichOneWaits() throws Exception {
        Callable<Memo> one = () -> signed("at once");
        try (var both = Executors.newFixedThreadPool(2)) {
            var signed = both.invokeAll(List.of(one, one));
            var numbers =
                    Set.of(signed.get(0).get().number(), signed.get(1).get().number());
            assertThat(bean(Memos.class).list(caller("acme", "eve")))
                    .filteredOn(memo -> numbers.contains(memo.number()))
                    .extracting(Memo::standing)
                    .containsExactlyInAnyOrder(Standing.WAITING, Standing.SUPERSEDED);
        }
    }
}
