package io.switchboard.platform.web;

import jakarta.servlet.http.HttpServletRequest;

/** What belongs to machines: there every fault is a problem document or SCIM's error, elsewhere it is a page. */
final class ApiPaths {

    private static final String SCIM = "/scim/";

    private ApiPaths() {}

    /** Where faults have the form of RFC 7644, section 3.12, since SCIM's clients know no other. */
    static boolean isScim(HttpServletRequest request) {
        return request.getRequestURI()
                .substring(request.getContextPath().length())
                .startsWith(SCIM);
    }

    static boolean contains(HttpServletRequest request) {
        return contains(
                request.getRequestURI().substring(request.getContextPath().length()));
    }

    static boolean contains(String path) {
        return path.startsWith("/api/")
                || path.equals("/api")
                || path.startsWith("/log/")
                || path.startsWith(SCIM)
                || path.startsWith("/actuator");
    }
}
