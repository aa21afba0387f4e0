package io.switchboard.insight.isolation;

import io.switchboard.kernel.Caller;
import io.switchboard.operations.feedback.FeedbackDesk;
import io.switchboard.operations.feedback.Impact;
import io.switchboard.operations.feedback.NewFeedback;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** A submission; the board and every figure leave it out. */
@Component
class CanaryFeedback implements CanaryThing {

    private final FeedbackDesk feedback;

    CanaryFeedback(FeedbackDesk feedback) {
        this.feedback = feedback;
    }

    @Override
    public Set<String> names() {
        return Set.of("feedback");
    }

    @Override
    public Map<String, String> make(Caller owner) {
        var said = new NewFeedback("A canary sings.", Impact.SLOWS, Map.of(), Optional.empty());
        return Map.of("feedback", Made.of(feedback.submit(owner, said)).id().value());
    }
}
