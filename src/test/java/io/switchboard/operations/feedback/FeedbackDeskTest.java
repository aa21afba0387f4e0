package io.switchboard.operations.feedback;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.control.enforcement.ActionReceipted;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.receipts.Outcome;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.DecisionId;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.Role;
import io.switchboard.platform.signing.SteppedClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FeedbackDeskTest {

    private final SteppedClock clock = new SteppedClock(Instant.parse("2026-05-04T10:00:00Z"));
    private final FeedbackKit kit = new FeedbackKit(clock);

    @Test
    void aSubmissionHasItsReceiptWhichKeepsTheWordsToItself() {
        var sender = FeedbackKit.member(kit.acme, Role.OPERATOR);
        var said = kit.submit(sender, FeedbackKit.said("My password is rosebud.", Impact.BLOCKS, "imports.commit"));
        var receipt =
                kit.kit.query().detail(kit.acme, said.receipt().orElseThrow()).orElseThrow();
        var envelope = new String(
                kit.kit.query().envelope(kit.acme, said.receipt().orElseThrow()).orElseThrow(), UTF_8);
        assertThat(payload(envelope)).contains("\"impact\":\"blocks\"", "\"about\":\"imports.commit\"");
        assertThat(payload(envelope)).doesNotContain("rosebud");
        assertThat(receipt.toString()).contains("feedback.submit");
        assertThat(said.state()).isEqualTo(IssueState.NEW);
        assertThat(kit.issue(said).title()).isEqualTo("imports.commit on :tenant/imports/:import");
    }

    @Test
    void aPictureIsSeenByWhoSeesTheWordsAndItsReceiptHasTheDigestOnly() {
        var sender = FeedbackKit.member(kit.acme);
        var picture = TestPictures.png(40, 30);
        var said = kit.submit(sender, new NewFeedback("Look.", Impact.IDEA, Map.of(), Optional.of(picture)));
        assertThat(said.picture()).contains(picture.facts());
        var envelope = new String(
                kit.kit.query().envelope(kit.acme, said.receipt().orElseThrow()).orElseThrow(), UTF_8);
        assertThat(payload(envelope))
                .contains("\"picture\":\"" + picture.facts().digest() + "\"", "\"attached\":1");
        assertThat(kit.desk.picture(sender, said.id()).orElseThrow().content()).isEqualTo(picture.content());
        assertThat(kit.desk.picture(FeedbackKit.member(kit.acme, Role.PARTNER_ADMIN), said.id()))
                .isPresent();
        assertThat(kit.desk.picture(FeedbackKit.member(kit.acme, Role.OPERATOR), said.id()))
                .isEmpty();
        assertThat(kit.desk.picture(FeedbackKit.member(kit.globex, Role.PARTNER_ADMIN), said.id()))
                .isEmpty();
        var read = (Enforced.Done<SenderWords.Said>)
                kit.words.read(kit.pm, kit.acme, said.id()).orElseThrow();
        assertThat(read.value().picture().orElseThrow().facts()).isEqualTo(picture.facts());
        kit.kit
                .jdbc()
                .sql("DELETE FROM feedback WHERE feedback_id = ?")
                .params(said.id().value())
                .update();
        assertThat(kit.pictures.find(kit.acme, said.id()))
                .as("gone with its words")
                .isEmpty();
    }

    private static String payload(String envelope) {
        var encoded = envelope.replaceFirst("(?s).*\"payload\"\\s*:\\s*\"([^\"]+)\".*", "$1");
        return new String(Base64.getDecoder().decode(encoded), UTF_8);
    }

    @Test
    void everybodyMaySendAlsoWithoutARoleAndSeesTheirOwnOnly() {
        var one = FeedbackKit.member(kit.acme);
        var other = FeedbackKit.member(kit.acme, Role.EVALUATOR);
        var admin = FeedbackKit.member(kit.acme, Role.PARTNER_ADMIN);
        var first = kit.submit(one, Impact.IDEA);
        clock.pass(Duration.ofMinutes(1));
        var second = kit.submit(other, Impact.SLOWS);
        assertThat(kit.desk.list(one, Optional.empty(), 10).items())
                .extracting(Submission::id)
                .containsExactly(first.id());
        assertThat(kit.desk.find(one, second.id())).isEmpty();
        var page = kit.desk.list(admin, Optional.empty(), 1);
        assertThat(page.items()).extracting(Submission::id).containsExactly(second.id());
        assertThat(page.total()).isEqualTo(2);
        assertThat(kit.desk.list(admin, page.next(), 1).items())
                .extracting(Submission::id)
                .containsExactly(first.id());
    }

    @Test
    void nothingOfAnotherTenantIsFound() {
        var said = kit.submit(FeedbackKit.member(kit.acme), Impact.BLOCKS);
        var elsewhere = FeedbackKit.member(kit.globex, Role.PARTNER_ADMIN);
        assertThat(kit.desk.find(elsewhere, said.id())).isEmpty();
        assertThat(kit.desk.list(elsewhere, Optional.empty(), 10).total()).isZero();
    }

    @Test
    void markupStaysText() {
        var text = "<script>alert(1)</script> & \"quotes\" \u202e 'x'; DROP TABLE feedback; -- 😀";
        assertThat(kit.submit(FeedbackKit.member(kit.acme), FeedbackKit.said(text, Impact.IDEA, "imports.plan"))
                        .text())
                .isEqualTo(text);
    }

    @Test
    void aTextOfAMegabyteAndAnEmptyOneAreTurnedAwayBeforeAnythingIsDone() {
        assertThat(NewFeedback.fault("x".repeat(1 << 20))).get().asString().contains("1048576", "5000");
        assertThat(NewFeedback.fault(" \n\t")).get().asString().contains("empty");
        assertThat(NewFeedback.fault("x".repeat(NewFeedback.LONGEST))).isEmpty();
        assertThatThrownBy(() -> FeedbackKit.said("x".repeat(5001), Impact.IDEA, "imports.plan"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(kit.submit(
                        FeedbackKit.member(kit.acme), FeedbackKit.said("😀".repeat(2500), Impact.IDEA, "imports.plan")))
                .isNotNull();
    }

    @Test
    void attachmentsHaveALengthAndAForm() {
        assertThat(Attachment.SCREEN.takes("x".repeat(201))).isFalse();
        assertThat(Attachment.SCREEN.takes("  ")).isFalse();
        assertThat(Attachment.SCREEN.takes("a\nb")).isFalse();
        assertThat(Attachment.ACTION.takes("imports.commit")).isTrue();
        assertThat(Attachment.ACTION.takes("<b>")).isFalse();
        assertThat(Attachment.RECEIPT.takes("rcp_" + "a".repeat(16))).isTrue();
        assertThat(Attachment.RECEIPT.takes("dec_" + "a".repeat(16))).isFalse();
        assertThat(Attachment.VIEWPORT.takes("1280 × 720")).isTrue();
    }

    @Test
    void aReceiptAndADecisionHaveToBeTheTenantsOwn() {
        var sender = FeedbackKit.member(kit.acme);
        var ours = kit.submit(sender, Impact.SLOWS).receipt().orElseThrow();
        var about = new NewFeedback("This one.", Impact.SLOWS, Map.of(Attachment.RECEIPT, ours.value()));
        var done = (Enforced.Done<Submission>) kit.desk.submit(sender, about);
        assertThat(done.receipt().parent()).contains(ours);
        var elsewhere = FeedbackKit.member(kit.globex);
        var failed = (Enforced.Failed<Submission>) kit.desk.submit(elsewhere, about);
        assertThat(failed.failure().code()).isEqualTo("unknown-receipt");
        assertThat(failed.receipt().parent()).isEmpty();
        var decision = new NewFeedback(
                "That.",
                Impact.SLOWS,
                Map.of(Attachment.DECISION, DecisionId.random().value()));
        assertThat(((Enforced.Failed<Submission>) kit.desk.submit(sender, decision))
                        .failure()
                        .code())
                .isEqualTo("unknown-decision");
    }

    @Test
    void asksOnceAfterAMomentNotAgainWithinAWeekAndNeverWhoDoesNotWantIt() {
        var moment = Moment.IMPORT_COMMITTED;
        var asked = FeedbackKit.member(kit.acme, Role.PARTNER_ADMIN);
        assertThat(kit.prompts.next(asked)).isEmpty();
        happened(asked, moment);
        happened(asked, moment);
        assertThat(kit.prompts.next(FeedbackKit.member(kit.acme))).isEmpty();
        kit.prompting = false;
        assertThat(kit.prompts.next(asked)).as("switched off by its flag").isEmpty();
        kit.prompting = true;
        assertThat(kit.prompts.next(asked)).contains(moment);
        assertThat(kit.prompts.next(asked)).isEmpty();
        happened(asked, Moment.APPROVAL_DECIDED);
        assertThat(kit.prompts.next(asked)).as("within a week").isEmpty();
        clock.pass(Duration.ofDays(8));
        assertThat(kit.prompts.next(asked)).as("long ago").isEmpty();
        happened(asked, Moment.EVIDENCE_EXPORTED);
        assertThat(kit.prompts.isOn(asked)).isTrue();
        kit.prompts.set(asked, false);
        assertThat(kit.prompts.next(asked)).isEmpty();
        kit.prompts.set(asked, true);
        assertThat(kit.prompts.next(asked)).contains(Moment.EVIDENCE_EXPORTED);
    }

    private void happened(Caller by, Moment moment) {
        kit.prompts.note(new ActionReceipted(
                by.tenant(),
                ReceiptId.of(new byte[32]),
                moment.action(),
                Outcome.ALLOWED,
                by.actor(),
                Optional.empty(),
                List.of(),
                clock.instant()));
    }
}
