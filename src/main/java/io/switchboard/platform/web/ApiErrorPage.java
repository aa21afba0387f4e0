package io.switchboard.platform.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/** Faults before or beside the controllers (the firewall, an unknown path, a filter's bug) reach the error page, which for machines is a problem. */
final class ApiErrorPage extends OncePerRequestFilter {

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getDispatcherType() != DispatcherType.ERROR || !ApiPaths.contains(path(request));
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable fault
                && DatabaseAway.isWhy(fault)) {
            response.setHeader(HttpHeaders.RETRY_AFTER, DatabaseAway.RETRY_AFTER_SECONDS);
            Problems.write(original(request), response, DatabaseAway.problem());
            return;
        }
        var status = Problems.status(response.getStatus());
        var code = status.getReasonPhrase().toLowerCase(java.util.Locale.ROOT).replace(' ', '-');
        Problems.write(original(request), response, Problems.of(status, code, sentence(status.value())));
    }

    private static HttpServletRequest original(HttpServletRequest request) {
        return new HttpServletRequestWrapper(request) {
            @Override
            public String getRequestURI() {
                return path(request);
            }
        };
    }

    private static String path(HttpServletRequest request) {
        return Optional.ofNullable((String) request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI))
                .orElse("");
    }

    private static String sentence(int status) {
        return switch (status) {
            case 400 -> "The request is not well formed; the paths and parameters are described at /api/openapi.json.";
            case 404 -> "There is nothing here; the paths of the API are described at /api/openapi.json.";
            case 413 -> "The request is too large.";
            default -> "The request could not be answered.";
        };
    }
}
