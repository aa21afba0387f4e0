package io.switchboard.operations.retention;

import io.switchboard.platform.scheduling.RecurringWork;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks every ten minutes which tenants' day has passed, and what was cut off. */
@Configuration(proxyBeanMethods = false)
class RetentionConfiguration {

    @Bean
    RecurringWork purgeRecords(RetentionWork work) {
        return new RecurringWork("purge-records", Duration.ofMinutes(10), work::work);
    }
}
