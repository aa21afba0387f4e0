package io.switchboard.operations.administration.web;

import io.switchboard.platform.idempotency.Rehearsal;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;

/** A rehearsal changes no key, so repeating one needs no key of idempotency. */
@Component
class KeyRehearsals implements Rehearsal {

    @Override
    public boolean test(HttpServletRequest request) {
        return request.getRequestURI().equals("/api/keys/rehearsals");
    }
}
