package io.switchboard.platform.idempotency;

import io.switchboard.platform.identity.ApiCallers;
import io.switchboard.platform.scheduling.RecurringWork;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The filter stands behind the sign-in, which knows the client; keys that have had their day are forgotten hourly. */
@Configuration(proxyBeanMethods = false)
class IdempotencyConfiguration {

    private static final int BEHIND_SPRING_SECURITY = 0;

    @Bean
    FilterRegistrationBean<IdempotencyFilter> idempotency(
            ApiCallers callers, IdempotencyKeys keys, List<Rehearsal> rehearsals) {
        var filter = new FilterRegistrationBean<>(new IdempotencyFilter(callers, keys, rehearsals));
        filter.addUrlPatterns("/api/*");
        filter.setOrder(BEHIND_SPRING_SECURITY);
        return filter;
    }

    @Bean
    RecurringWork forgetIdempotencyKeys(IdempotencyKeys keys) {
        return new RecurringWork("forget-idempotency-keys", Duration.ofHours(1), keys::forgetOld);
    }
}
