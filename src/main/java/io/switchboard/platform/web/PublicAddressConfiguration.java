package io.switchboard.platform.web;

import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** In development nothing is set and requests are taken at their word. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("switchboard.public-url")
class PublicAddressConfiguration {

    /** Right after the filter that reads who asks from {@code X-Forwarded-For}. */
    @Bean
    FilterRegistrationBean<PublicAddress> publicAddress(@Value("${switchboard.public-url}") String url) {
        var filter = new FilterRegistrationBean<>(new PublicAddress(URI.create(url)));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return filter;
    }

    /** The proxy ends TLS, so the server itself cannot tell that its cookies travel by it. */
    @Bean
    ServletContextInitializer secureCookies(@Value("${switchboard.public-url}") String url) {
        return context -> context.getSessionCookieConfig().setSecure(url.startsWith("https:"));
    }
}
