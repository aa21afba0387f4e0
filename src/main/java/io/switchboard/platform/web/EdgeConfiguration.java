package io.switchboard.platform.web;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.DispatcherType;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** The filters at the edge and their order: first who asks and at which address, then faults, then probes; sign-in comes after all of them. */
@Configuration(proxyBeanMethods = false)
class EdgeConfiguration {

    @Bean
    FilterRegistrationBean<ApiErrorPage> apiErrorPage() {
        var filter = new FilterRegistrationBean<>(new ApiErrorPage());
        filter.setDispatcherTypes(DispatcherType.ERROR);
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 2);
        return filter;
    }

    @Bean
    FilterRegistrationBean<Probes> probes(
            @Value("${switchboard.probes-per-minute}") int perMinute,
            Clock clock,
            MeterRegistry meters,
            OwnRequests own) {
        var filter = new FilterRegistrationBean<>(new Probes(new Allowances(perMinute, clock), meters, own));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 3);
        return filter;
    }
}
