package io.switchboard.control.receipts.fsck;

import io.switchboard.platform.scheduling.RecurringWork;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks every ten minutes which logs are due. */
@Configuration(proxyBeanMethods = false)
class LogCheckConfiguration {

    @Bean
    RecurringWork checkLogs(LogCheck check) {
        return new RecurringWork("check-logs", Duration.ofMinutes(10), check::work);
    }
}
