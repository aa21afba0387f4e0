package io.switchboard.platform.web;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Who keeps asking without a token, or for what is not there (another tenant's things look like that), is counted ({@code
 * switchboard.probes}) and, beyond a limit for each address, answered 429 with {@code Retry-After} (RFC 6585) before anything else looks at it.
 */
final class Probes extends OncePerRequestFilter {

    private final Allowances allowances;
    private final MeterRegistry meters;
    private final OwnRequests own;

    Probes(Allowances allowances, MeterRegistry meters, OwnRequests own) {
        this.allowances = allowances;
        this.meters = meters;
        this.own = own;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/actuator/health")
                || request.getRequestURI().equals("/favicon.ico")
                || own.is(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var wait = allowances.wait(request.getRemoteAddr());
        if (wait.isPositive()) {
            refuse(request, response, wait);
            return;
        }
        chain.doFilter(request, response);
        kind(response.getStatus()).ifPresent(kind -> {
            allowances.spend(request.getRemoteAddr());
            count(kind);
        });
    }

    private static Optional<String> kind(int status) {
        return switch (status) {
            case 401 -> Optional.of("unauthenticated");
            case 404 -> Optional.of("not-found");
            default -> Optional.empty();
        };
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, Duration wait) throws IOException {
        count("limited");
        var seconds = wait.toSeconds() + 1;
        response.setHeader("Retry-After", String.valueOf(seconds));
        Problems.write(
                request,
                response,
                Problems.of(
                        HttpStatus.TOO_MANY_REQUESTS,
                        "too-many-probes",
                        "Too many requests from this address were without a valid token or for things that are not there."
                                + " Try again in " + seconds + " seconds."));
    }

    private void count(String kind) {
        meters.counter("switchboard.probes", "kind", kind).increment();
    }
}
