package io.switchboard.operations.imports.schedules;

import io.switchboard.platform.scheduling.RecurringWork;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Every ten seconds one of the nodes looks what is due; which node runs it is settled row by row. */
@Configuration(proxyBeanMethods = false)
class ScheduleConfiguration {

    @Bean
    RecurringWork runImportSchedules(ScheduleRunner runner) {
        return new RecurringWork("run-import-schedules", Duration.ofSeconds(10), runner::runDue);
    }
}
