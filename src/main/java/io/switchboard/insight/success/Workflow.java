package io.switchboard.insight.success;

import io.switchboard.kernel.ActionId;

/** How often a governed action was tried by people and services, and how that ended. Numbers over all tenants. */
public record Workflow(ActionId action, long allowed, long denied, long failed, long tenants) {

    public long tried() {
        return allowed + denied + failed;
    }
}
