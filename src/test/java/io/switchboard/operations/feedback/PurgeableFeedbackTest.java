package io.switchboard.operations.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.control.receipts.Purged;
import io.switchboard.kernel.PurgeId;
import io.switchboard.platform.signing.SteppedClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PurgeableFeedbackTest {

    private final SteppedClock clock = new SteppedClock(Instant.parse("2026-01-01T09:00:00Z"));
    private final FeedbackKit kit = new FeedbackKit(clock);
    private final PurgeableFeedback records = new PurgeableFeedback(kit.kit.jdbc());

    @Test
    void neitherWordsNorPictureStandInTheClear() {
        var said = submitted();
        assertThat(rows(
                        "SELECT COUNT(*) FROM feedback f JOIN feedback_picture p ON p.feedback_id = f.feedback_id WHERE f.said IS NULL"
                                + " AND f.said_sealed NOT LIKE '%secret%' AND p.content NOT LIKE '%PNG%'"))
                .isEqualTo(1);
        assertThat(kit.submissions.find(kit.acme, said.id()).orElseThrow().text())
                .isEqualTo("A secret hurts.");
        assertThat(kit.pictures.find(kit.acme, said.id()).orElseThrow().content())
                .isEqualTo(TestPictures.png(8, 6).content());
    }

    @Test
    void wordsAndPictureGoTogetherAndTheRestOfTheSubmissionStays() {
        var old = submitted();
        var other = kit.submit(FeedbackKit.member(kit.globex), Impact.IDEA);
        clock.pass(Duration.ofDays(40));
        var young = kit.submit(FeedbackKit.member(kit.acme), Impact.IDEA);
        var before = clock.instant().minus(Duration.ofDays(30));
        assertThat(records.due(kit.acme, before).number()).isEqualTo(2);
        var purged = new Purged(PurgeId.random(), clock.instant());

        var gone = records.purge(kit.acme, before, 500, purged);

        assertThat(gone)
                .extracting(record -> record.name())
                .containsExactly(old.id() + "/words", old.id() + "/picture");
        assertThat(gone).allSatisfy(record -> assertThat(record.key()).isPresent());
        var left = kit.submissions.find(kit.acme, old.id()).orElseThrow();
        assertThat(left.text()).isEmpty();
        assertThat(left.purged()).contains(purged);
        assertThat(left.impact()).isEqualTo(Impact.SLOWS);
        assertThat(left.picture()).isPresent();
        assertThat(kit.pictures.find(kit.acme, old.id())).isEmpty();
        assertThat(kit.submissions.find(kit.acme, young.id()).orElseThrow().text())
                .isNotEmpty();
        assertThat(kit.submissions.find(kit.globex, other.id()).orElseThrow().text())
                .as("another tenant's")
                .isNotEmpty();
        assertThat(records.purge(kit.acme, before, 500, purged)).isEmpty();
        assertThat(records.due(kit.acme, before).number()).isZero();
    }

    @Test
    void whatCameInTheClearIsSealedBeforeItIsPurged() {
        var said = submitted();
        kit.kit
                .jdbc()
                .sql("UPDATE feedback SET said = 'From before.', said_key = NULL, said_sealed = NULL")
                .update();
        kit.kit
                .jdbc()
                .sql("UPDATE feedback_picture SET content_key = NULL, content = ?")
                .param(TestPictures.png(8, 6).content())
                .update();
        assertThat(kit.submissions.find(kit.acme, said.id()).orElseThrow().text())
                .isEqualTo("From before.");
        clock.pass(Duration.ofDays(40));
        assertThat(records.due(kit.acme, clock.instant()).number()).isZero();

        new FeedbackSealing(kit.kit.jdbc(), new SealedWords(kit.kit.signing().box()), kit.pictures).work();

        assertThat(rows("SELECT COUNT(*) FROM feedback WHERE said IS NOT NULL")).isZero();
        assertThat(kit.submissions.find(kit.acme, said.id()).orElseThrow().text())
                .isEqualTo("From before.");
        assertThat(kit.pictures.find(kit.acme, said.id()).orElseThrow().content())
                .isEqualTo(TestPictures.png(8, 6).content());
        assertThat(records.due(kit.acme, clock.instant()).number()).isEqualTo(2);
    }

    private Submission submitted() {
        return kit.submit(
                FeedbackKit.member(kit.acme),
                new NewFeedback("A secret hurts.", Impact.SLOWS, Map.of(), Optional.of(TestPictures.png(8, 6))));
    }

    private long rows(String sql) {
        return kit.kit.jdbc().sql(sql).query(Long.class).single();
    }
}
