package io.switchboard.platform.idempotency;

import io.switchboard.kernel.Caller;
import io.switchboard.kernel.TenantId;
import jakarta.servlet.http.HttpServletRequest;

/** Where a key means something: one client of one tenant, one method, one path. */
record Scope(TenantId tenant, String principal, String method, String path, String key) {

    static Scope of(Caller caller, HttpServletRequest request, String key) {
        var actor = caller.actor();
        return new Scope(
                caller.tenant(),
                actor.type().wire() + ":" + actor.id(),
                request.getMethod(),
                request.getRequestURI(),
                key);
    }

    /** Binds a sealed answer to its row. */
    String context() {
        return "idempotency/" + String.join("/", tenant.value(), principal, method, path, key);
    }
}
