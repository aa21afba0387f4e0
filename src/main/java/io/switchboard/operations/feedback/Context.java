package io.switchboard.operations.feedback;

import io.switchboard.kernel.TenantId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** A submission as the board sees it across tenants: where it came from and what went along, but neither who said it nor what. */
public record Context(
        TenantId tenant, FeedbackId id, Impact impact, Map<Attachment, String> attachments, Instant submittedAt) {

    public Context {
        attachments = Map.copyOf(attachments);
    }

    static Context of(Submission submission) {
        return new Context(
                submission.tenant(),
                submission.id(),
                submission.impact(),
                submission.attachments(),
                submission.submittedAt());
    }

    public Optional<String> attached(Attachment attachment) {
        return Optional.ofNullable(attachments.get(attachment));
    }
}
