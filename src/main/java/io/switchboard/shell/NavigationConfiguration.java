package io.switchboard.shell;

import com.vaadin.flow.spring.security.NavigationAccessControlConfigurer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Two checks for every navigation: the view's annotation, and the membership. */
@Configuration(proxyBeanMethods = false)
class NavigationConfiguration {

    @Bean
    static NavigationAccessControlConfigurer tenantNavigationAccess(TenantAccess tenantAccess) {
        return new NavigationAccessControlConfigurer()
                .withAnnotatedViewAccessChecker()
                .withNavigationAccessChecker(tenantAccess)
                .withDecisionResolver(new EveryCheckHolds());
    }
}
