package io.switchboard.control.policy;

import io.switchboard.kernel.ActionId;
import java.util.List;

/** How often an action was denied by the same policies; none of them where nothing permits it. Numbers over all tenants. */
public record Denial(ActionId action, List<String> policies, long number, long tenants, long actors) {

    public Denial {
        policies = List.copyOf(policies);
    }
}
