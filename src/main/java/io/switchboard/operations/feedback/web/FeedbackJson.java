package io.switchboard.operations.feedback.web;

import io.switchboard.control.receipts.Purged;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.operations.feedback.Attachment;
import io.switchboard.operations.feedback.FeedbackId;
import io.switchboard.operations.feedback.IssueEvent;
import io.switchboard.operations.feedback.PictureFacts;
import io.switchboard.operations.feedback.Submission;
import io.switchboard.operations.feedback.SubmissionPage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The bodies of {@link FeedbackController}. Times are RFC 3339 in UTC. */
final class FeedbackJson {

    private FeedbackJson() {}

    /** What went along, by the names that the API has for it. */
    static Map<String, String> named(Map<Attachment, String> attachments) {
        var named = new TreeMap<String, String>();
        attachments.forEach((attachment, value) -> named.put(attachment.wire(), value));
        return named;
    }

    /** {@code {"text": "…", "impact": "blocks" | "slows" | "idea", "attachments": {"screen": "…", "receiptId": "…"}}}. */
    record Said(
            @Nullable String text,
            @Nullable String impact,
            @Nullable Map<String, @Nullable String> attachments) {}

    record Page(List<Item> items, Optional<String> next, long total) {

        static Page of(SubmissionPage page) {
            return new Page(
                    page.items().stream().map(Item::of).toList(), page.next().map(FeedbackId::value), page.total());
        }
    }

    /** Once it is there, the text is empty and the picture is not found. */
    record PurgedJson(Instant at, String manifest) {

        static PurgedJson of(Purged purged) {
            return new PurgedJson(purged.at(), "/api/retention/manifests/" + purged.purge());
        }
    }

    record Item(
            String id,
            String text,
            String impact,
            Map<String, String> attachments,
            Optional<Shown> picture,
            Optional<PurgedJson> purged,
            String senderType,
            String senderId,
            Instant submittedAt,
            String state,
            boolean merged,
            Optional<String> receiptId) {

        static Item of(Submission submission) {
            return new Item(
                    submission.id().value(),
                    submission.text(),
                    submission.impact().wire(),
                    named(submission.attachments()),
                    submission.picture().map(Shown::of),
                    submission.purged().map(PurgedJson::of),
                    submission.sender().type().wire(),
                    submission.sender().id(),
                    submission.submittedAt(),
                    submission.state().wire(),
                    submission.merged(),
                    submission.receipt().map(ReceiptId::value));
        }
    }

    /** What {@code GET /api/feedback/{id}/picture} answers with; the digest is that of its bytes, in hex, and stands in the receipt. */
    record Shown(String mediaType, int width, int height, int size, String sha256) {

        static Shown of(PictureFacts picture) {
            return new Shown(
                    picture.format().mediaType(),
                    picture.width(),
                    picture.height(),
                    picture.size(),
                    picture.digest().hex());
        }
    }

    record Detail(Item feedback, List<Step> history) {

        static Detail of(Submission submission, List<IssueEvent> history) {
            return new Detail(
                    Item.of(submission), history.stream().map(Step::of).toList());
        }
    }

    record Step(String what, Instant at) {

        static Step of(IssueEvent event) {
            return new Step(event.kind().wire(), event.at());
        }
    }
}
