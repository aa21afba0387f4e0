package io.switchboard.insight.trustcentre.web;

import io.switchboard.platform.web.Allowances;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Limits of the public doors. */
@Configuration(proxyBeanMethods = false)
class TrustCentreWebConfiguration {

    private static final int AFTER_THE_EDGE = Ordered.HIGHEST_PRECEDENCE + 10;

    @Bean
    FilterRegistrationBean<FormLimit> trustCentreForms() {
        var filter = new FilterRegistrationBean<>(new FormLimit());
        filter.addUrlPatterns("/trust/*");
        filter.setOrder(AFTER_THE_EDGE);
        return filter;
    }

    @Bean
    Allowances trustCentreRequests(
            @Value("${switchboard.trust-centre.requests-per-minute}") int perMinute, Clock clock) {
        return new Allowances(perMinute, clock);
    }
}
