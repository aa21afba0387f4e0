package io.switchboard.operations.feedback.ui;

import io.switchboard.operations.feedback.FeedbackDesk;
import io.switchboard.operations.feedback.Prompts;
import io.switchboard.platform.observability.Correlations;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.stereotype.Component;

/** For whoever frames a page: makes the button that takes feedback. */
@Component
public class FeedbackFrame {

    private final FeedbackDesk desk;
    private final Prompts prompts;
    private final Correlations correlations;
    private final Optional<String> build;

    FeedbackFrame(
            FeedbackDesk desk, Prompts prompts, Correlations correlations, ObjectProvider<BuildProperties> build) {
        this.desk = desk;
        this.prompts = prompts;
        this.correlations = correlations;
        this.build = Optional.ofNullable(build.getIfAvailable()).map(BuildProperties::getVersion);
    }

    public FeedbackCorner corner() {
        return new FeedbackCorner(this);
    }

    FeedbackDesk desk() {
        return desk;
    }

    Prompts prompts() {
        return prompts;
    }

    Correlations correlations() {
        return correlations;
    }

    Optional<String> build() {
        return build;
    }
}
