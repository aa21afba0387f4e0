package io.switchboard.platform.signing;

import io.switchboard.kernel.LogId;
import io.switchboard.kernel.TenantId;
import java.time.Instant;

/** The place that a key is made for: whose it will be, what it may sign, the how-manieth it is, and since when it counts. */
record KeySlot(TenantId tenant, LogId log, KeyUse use, int generation, Instant from) {

    static KeySlot first(TenantId tenant, LogId log, KeyUse use, Instant from) {
        return new KeySlot(tenant, log, use, 1, from);
    }
}
