package io.switchboard.operations.delivery;

import io.switchboard.control.receipts.Subject;
import io.switchboard.platform.outbound.OutboundException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What came of an attempt: the destination answered, or there was no answer. */
sealed interface Carried {

    /** {@code beginning} of the answer's body; {@code stored}: the files that are kept there now. */
    record Answered(int status, String beginning, Optional<Duration> retryAfter, List<Subject> stored)
            implements Carried {

        private static final int OK = 200;
        private static final int REDIRECTS = 300;

        /** Nothing but 2xx; a redirect is not followed and takes nothing. */
        boolean isTaken() {
            return status >= OK && status < REDIRECTS;
        }
    }

    record Unanswered(String code, String sentence) implements Carried {

        static Unanswered of(OutboundException problem) {
            return new Unanswered(problem.code(), problem.sentence());
        }
    }
}
