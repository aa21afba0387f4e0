package io.switchboard.insight.reliability;

import io.switchboard.platform.observability.LogContext;
import io.switchboard.platform.observability.ServerFaults;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Counts how each request ended. Stands outside of everything that answers, so that what is refused at the edge counts as well. */
final class RequestCounting extends OncePerRequestFilter {

    /** Set on a request in which a page asked by itself what is new. */
    static final String POLL = RequestCounting.class.getName() + ".poll";

    private static final int FAULT = 500;

    private final RequestCounts counts;

    RequestCounting(RequestCounts counts) {
        this.counts = counts;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !RequestPaths.counts(path(request), vaadin(request));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long begin = System.nanoTime();
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException | Error e) {
            count(request, false, begin);
            throw e;
        }
        // An IOException is nobody's fault: whoever asked went away.
        count(request, response.getStatus() < FAULT && !ServerFaults.isNoted(request), begin);
    }

    private void count(HttpServletRequest request, boolean answered, long begin) {
        if (request.getAttribute(POLL) == null) {
            boolean quick = System.nanoTime() - begin <= Indicator.QUICK.toNanos();
            boolean timed = RequestPaths.isTimed(path(request), request.getContentType());
            counts.add(owner(request), new RequestCounts.Ended(answered, timed, quick));
        }
    }

    /** The tenant that was found while answering is right; before that there is the address. */
    private static RequestOwner owner(HttpServletRequest request) {
        return LogContext.currentTenant()
                .<RequestOwner>map(RequestOwner.Known::new)
                .orElseGet(() -> RequestPaths.owner(path(request), vaadin(request), request.getHeader("Referer")));
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }

    /** From the query alone: to ask for a parameter would read the body of a form. */
    private static @org.jspecify.annotations.Nullable String vaadin(HttpServletRequest request) {
        var query = request.getQueryString();
        if (query == null) {
            return null;
        }
        for (var parameter : query.split("&", -1)) {
            if (parameter.startsWith("v-r=")) {
                return parameter.substring("v-r=".length());
            }
        }
        return null;
    }
}
