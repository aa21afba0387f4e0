package io.switchboard.operations.delivery;

import io.switchboard.platform.scheduling.RecurringWork;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Carries what is due, and forgets the files of links that have ended. */
@Configuration(proxyBeanMethods = false)
class DeliveryConfiguration {

    @Bean
    RecurringWork carryDeliveries(DeliveryWork work) {
        return new RecurringWork("carry-deliveries", Duration.ofSeconds(1), work::work);
    }

    @Bean
    RecurringWork forgetSharedFiles(LinkRows links, Clock clock) {
        return new RecurringWork("forget-shared-files", Duration.ofMinutes(10), () -> links.forget(clock.instant()));
    }
}
