package io.switchboard.insight.trustreports;

import io.switchboard.platform.scheduling.RecurringWork;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks every minute whether a tenant's week has ended. */
@Configuration(proxyBeanMethods = false)
class ReportConfiguration {

    @Bean
    RecurringWork makeTrustReports(ReportWork work) {
        return new RecurringWork("make-trust-reports", Duration.ofMinutes(1), work::work);
    }
}
