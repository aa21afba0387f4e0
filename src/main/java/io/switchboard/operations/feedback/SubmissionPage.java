package io.switchboard.operations.feedback;

import java.util.List;
import java.util.Optional;

/** Some submissions, latest first; {@code next} where more follow; {@code total} of all that the filter matches. */
public record SubmissionPage(List<Submission> items, Optional<FeedbackId> next, long total) {

    public SubmissionPage {
        items = List.copyOf(items);
    }
}
