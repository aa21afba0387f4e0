package io.switchboard.insight.trustcentre.web;

import io.switchboard.platform.web.Allowances;
import io.switchboard.platform.web.FormLimit;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Limits of the public doors. */
@Configuration(proxyBeanMethods = false)
class TrustCentreWebConfiguration {

    @Bean
    FilterRegistrationBean<FormLimit> trustCentreForms() {
        return FormLimit.on("/trust/*");
    }

    @Bean
    Allowances trustCentreRequests(
            @Value("${switchboard.trust-centre.requests-per-minute}") int perMinute, Clock clock) {
        return new Allowances(perMinute, clock);
    }
}
