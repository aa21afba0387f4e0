package io.switchboard.operations.feedback;

import io.switchboard.platform.scheduling.RecurringWork;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the module does without being asked. */
@Configuration(proxyBeanMethods = false)
class FeedbackConfiguration {

    @Bean
    RecurringWork sealFeedback(FeedbackSealing sealing) {
        return new RecurringWork("seal-feedback", Duration.ofHours(1), sealing::work);
    }

    @Bean
    RecurringWork markDueIssues(Alarms alarms) {
        return new RecurringWork("mark-due-issues", Duration.ofMinutes(1), alarms::work);
    }
}
