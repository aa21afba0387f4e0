package io.switchboard.operations.delivery.web;

import io.switchboard.platform.web.FormLimit;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Limits of the door that links open: without them, whoever knows no link could still send files that would be stored before they are refused. */
@Configuration(proxyBeanMethods = false)
class LinkDoorConfiguration {

    @Bean
    FilterRegistrationBean<FormLimit> linkForms() {
        return FormLimit.on("/share/*");
    }
}
