package io.switchboard.operations.delivery;

import io.switchboard.kernel.TenantId;
import io.switchboard.platform.outbound.OutboundException;
import java.util.List;

/** One way of delivery. Called outside of transactions; what it sends is the same however often it is asked to. */
interface Carrier {

    Destination.Kind kind();

    /** The tenant's destinations of this kind. */
    List<String> names(TenantId tenant);

    /** A problem without an answer is thrown. */
    Carried.Answered carry(String destination, OutboxMessage message) throws OutboundException;
}
