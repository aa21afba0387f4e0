package io.switchboard.control.bundles;

import io.switchboard.platform.scheduling.RecurringWork;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One of the nodes works on simulations. */
@Configuration(proxyBeanMethods = false)
class SimulationConfiguration {

    @Bean
    RecurringWork simulatePolicies(SimulationWork work) {
        return new RecurringWork("simulate-policies", Duration.ofSeconds(1), work::work);
    }
}
