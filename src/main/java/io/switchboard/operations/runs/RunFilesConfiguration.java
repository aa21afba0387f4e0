package io.switchboard.operations.runs;

import io.switchboard.platform.scheduling.RecurringWork;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Once an hour files whose time is over are deleted. */
@Configuration(proxyBeanMethods = false)
class RunFilesConfiguration {

    @Bean
    RecurringWork clearRunFiles(RunFiles files) {
        return new RecurringWork("clear-run-files", Duration.ofHours(1), files::clear);
    }
}
