package io.switchboard.operations.drills;

import io.switchboard.platform.scheduling.RecurringWork;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks every hour whether a drill is due. */
@Configuration(proxyBeanMethods = false)
class DrillConfiguration {

    @Bean
    RecurringWork runDueDrill(DrillWork work) {
        return new RecurringWork("run-due-drill", Duration.ofHours(1), work::work);
    }
}
