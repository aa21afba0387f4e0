package io.switchboard.control.approvals;

import io.switchboard.platform.scheduling.RecurringWork;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Once a minute one of the nodes looks which tickets are past their time. */
@Configuration(proxyBeanMethods = false)
class ExpiryConfiguration {

    @Bean
    RecurringWork expireApprovals(Expiry expiry) {
        return new RecurringWork("expire-approvals", Duration.ofMinutes(1), expiry::work);
    }
}
