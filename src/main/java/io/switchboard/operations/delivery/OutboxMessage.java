package io.switchboard.operations.delivery;

import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.TenantId;
import java.util.Optional;

/** An announcement as it is sent: {@code body} is JSON, the same at each attempt. */
record OutboxMessage(
        TenantId tenant, MessageId id, String type, String about, String body, Optional<ReceiptId> receipt) {}
