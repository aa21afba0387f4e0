package io.switchboard.platform.web;

import jakarta.servlet.http.HttpServletRequest;

/** What belongs to machines: there every fault is a problem document, elsewhere it is a page. */
final class ApiPaths {

    private ApiPaths() {}

    static boolean contains(HttpServletRequest request) {
        return contains(
                request.getRequestURI().substring(request.getContextPath().length()));
    }

    static boolean contains(String path) {
        return path.startsWith("/api/")
                || path.equals("/api")
                || path.startsWith("/log/")
                || path.startsWith("/actuator");
    }
}
