package io.switchboard.operations.imports.web;

import io.switchboard.platform.idempotency.Rehearsal;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;

/** A plan changes nothing of the tenant's, so repeating one needs no key. */
@Component
class DryRuns implements Rehearsal {

    @Override
    public boolean test(HttpServletRequest request) {
        return request.getRequestURI().equals("/api/imports") && !"commit".equals(request.getParameter("mode"))
                || request.getRequestURI().matches("/api/imports/[^/]+/revert");
    }
}
