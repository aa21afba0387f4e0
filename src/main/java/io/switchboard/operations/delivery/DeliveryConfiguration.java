package io.switchboard.operations.delivery;

import io.switchboard.platform.scheduling.RecurringWork;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Forgets the files of links that have ended. */
@Configuration(proxyBeanMethods = false)
class DeliveryConfiguration {

    @Bean
    RecurringWork forgetSharedFiles(LinkRows links, Clock clock) {
        return new RecurringWork("forget-shared-files", Duration.ofMinutes(10), () -> links.forget(clock.instant()));
    }
}
