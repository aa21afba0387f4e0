package io.switchboard.platform.web;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * A page is reached by a forward to Flow's servlet. Tomcat then ends the innermost response and by-passes whatever was wrapped around it, and
 * with it the headers that Spring Security writes last; so Tomcat is told to end the outermost one.
 */
@Component
class HeadersAfterForwards implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    @Override
    public void customize(TomcatServletWebServerFactory tomcat) {
        tomcat.addContextCustomizers(context -> context.setSuspendWrappedResponseAfterForward(false));
    }
}
