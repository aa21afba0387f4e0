package io.switchboard.control.policy;

import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Caller;
import java.util.Map;

/** An authorization request (AuthZEN's subject, action, resource, context). Context values are like a resource's attributes. */
public record PolicyRequest(Caller caller, ActionId action, ResourceRef resource, Map<String, Object> context) {

    public PolicyRequest {
        context = Map.copyOf(context);
    }

    public static PolicyRequest of(Caller caller, ActionId action, ResourceRef resource) {
        return new PolicyRequest(caller, action, resource, Map.of());
    }
}
