package io.switchboard.insight.isolation;

import io.switchboard.platform.scheduling.RecurringWork;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looked at every hour, so that a node that was down at the time catches up. A node that does not answer HTTP yet leaves it for the next hour. */
@Configuration(proxyBeanMethods = false)
class IsolationConfiguration {

    @Bean
    RecurringWork probeIsolation(IsolationProbes probes, LoopbackClient client) {
        return new RecurringWork("probe-isolation", Duration.ofHours(1), () -> {
            if (client.isReady()) {
                probes.probeIfDue();
            }
        });
    }
}
