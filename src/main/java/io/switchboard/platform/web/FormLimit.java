package io.switchboard.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** What a stranger sends is a small form, and says how small, or is not read at all: before anything else parses it. Whoever has a door for strangers registers one for it, by {@link #on}. */
public final class FormLimit extends OncePerRequestFilter {

    public static final int LARGEST = 16 << 10;

    private static final int AFTER_THE_EDGE = Ordered.HIGHEST_PRECEDENCE + 10;

    /** {@code paths} as servlets write them: {@code /share/*}. */
    public static FilterRegistrationBean<FormLimit> on(String paths) {
        var filter = new FilterRegistrationBean<>(new FormLimit());
        filter.addUrlPatterns(paths);
        filter.setOrder(AFTER_THE_EDGE);
        return filter;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isLarge(request)) {
            refuse(response, HttpStatus.CONTENT_TOO_LARGE, "A form has at most 16 KiB and says its length.");
        } else if (isMultipart(request)) {
            refuse(response, HttpStatus.UNSUPPORTED_MEDIA_TYPE, "A form is sent as application/x-www-form-urlencoded.");
        } else {
            chain.doFilter(request, response);
        }
    }

    /** Nobody parses a body without a type, so that one need not say its length: {@code curl -X POST} does not. */
    private static boolean isLarge(HttpServletRequest request) {
        var length = request.getContentLengthLong();
        return length > LARGEST || length < 0 && request.getContentType() != null;
    }

    private static boolean isMultipart(HttpServletRequest request) {
        return Optional.ofNullable(request.getContentType())
                .filter(type -> type.toLowerCase(Locale.ROOT).startsWith("multipart/"))
                .isPresent();
    }

    private static void refuse(HttpServletResponse response, HttpStatus status, String why) throws IOException {
        response.setStatus(status.value());
        response.setContentType("text/plain;charset=UTF-8");
        response.getOutputStream().write(why.getBytes(StandardCharsets.UTF_8));
    }
}
