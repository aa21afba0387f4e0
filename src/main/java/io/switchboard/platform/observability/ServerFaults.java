package io.switchboard.platform.observability;

import jakarta.servlet.ServletRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** Faults of the portal that the status of an answer does not tell: a page that says that it failed is delivered with 200, since its first part had gone out before. */
public final class ServerFaults {

    private static final String NAME = ServerFaults.class.getName();

    private ServerFaults() {}

    /** The request at hand ended with a fault; nothing to note where there is none. */
    public static void note() {
        var request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            request.setAttribute(NAME, true, RequestAttributes.SCOPE_REQUEST);
        }
    }

    public static boolean isNoted(ServletRequest request) {
        return request.getAttribute(NAME) != null;
    }
}
