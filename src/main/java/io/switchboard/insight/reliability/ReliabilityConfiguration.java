package io.switchboard.insight.reliability;

import io.switchboard.platform.scheduling.RecurringWork;
import jakarta.servlet.DispatcherType;
import java.time.Duration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** One of the nodes looks; each of them counts. The filter is the first but for the one that takes the log context back, since whose request it was is read from there. */
@Configuration(proxyBeanMethods = false)
class ReliabilityConfiguration {

    @Bean
    FilterRegistrationBean<RequestCounting> requestCounting(RequestCounts counts) {
        var filter = new FilterRegistrationBean<>(new RequestCounting(counts));
        filter.setDispatcherTypes(DispatcherType.REQUEST);
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        filter.setAsyncSupported(true);
        return filter;
    }

    @Bean
    RecurringWork lookAtServiceLevels(ReliabilityWork work) {
        return new RecurringWork("look-at-service-levels", Duration.ofSeconds(30), work::look);
    }

    @Bean
    RecurringWork coarsenServiceLevels(ReliabilityWork work) {
        return new RecurringWork("coarsen-service-levels", Duration.ofHours(1), work::tidy);
    }
}
