package io.switchboard.control.enforcement;

import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.TenantId;
import java.time.Duration;

/** Told how long each governed action took, however it ended. */
@FunctionalInterface
interface ActionMeter {

    void took(TenantId tenant, ActionId action, Duration elapsed);
}
