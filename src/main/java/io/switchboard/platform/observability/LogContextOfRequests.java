package io.switchboard.platform.observability;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** What a request has put into the log context leaves with it. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class LogContextOfRequests extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var before = LogContext.remembered();
        try {
            chain.doFilter(request, response);
        } finally {
            LogContext.putBack(before);
        }
    }
}
