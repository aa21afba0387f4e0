package io.switchboard.operations.feedback;

import io.switchboard.control.receipts.Purged;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.TenantId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A submission as its tenant sees it: what was said, what went along, and how the issue stands that it is part of. {@code state} is that of the issue it was merged into, where it was. Once {@code purged}, the text is empty and the picture cannot be had.
 */
public record Submission(
        TenantId tenant,
        FeedbackId id,
        String text,
        Impact impact,
        Map<Attachment, String> attachments,
        Optional<PictureFacts> picture,
        Optional<Purged> purged,
        Actor sender,
        Instant submittedAt,
        Optional<ReceiptId> receipt,
        IssueId issue,
        IssueState state,
        boolean merged) {

    public Submission {
        attachments = Map.copyOf(attachments);
    }

    public Optional<String> attached(Attachment attachment) {
        return Optional.ofNullable(attachments.get(attachment));
    }
}
