package io.switchboard.insight.isolation;

import io.switchboard.kernel.Caller;
import io.switchboard.operations.feedback.FeedbackDesk;
import io.switchboard.operations.feedback.Impact;
import io.switchboard.operations.feedback.NewFeedback;
import io.switchboard.operations.feedback.Picture;
import io.switchboard.operations.feedback.PictureIntake;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** A submission with a picture; the board and every figure leave it out. */
@Component
class CanaryFeedback implements CanaryThing {

    /** A PNG of one pixel. */
    private static final String PIXEL =
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGMQWm0CAAHEAPIzASZ9AAAAAElFTkSuQmCC";

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
        var said = new NewFeedback("A canary sings.", Impact.SLOWS, Map.of(), Optional.of(picture()));
        return Map.of("feedback", Made.of(feedback.submit(owner, said)).id().value());
    }

    private static Picture picture() {
        return PictureIntake.take(Base64.getDecoder().decode(PIXEL)) instanceof PictureIntake.Taken.Good good
                ? good.picture()
                : failed();
    }

    private static Picture failed() {
        throw new IllegalStateException("A canary's picture was not taken.");
    }
}
