package io.switchboard.control.flags;

import io.switchboard.platform.scheduling.RecurringWork;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Every five seconds one of the nodes looks which ramps are due. */
@Configuration(proxyBeanMethods = false)
class RampConfiguration {

    @Bean
    RecurringWork advanceRamps(RampWork ramps) {
        return new RecurringWork("advance-ramps", Duration.ofSeconds(5), ramps::work);
    }
}
