package io.switchboard.operations.delivery;

import io.switchboard.kernel.TenantId;
import io.switchboard.platform.outbound.OutboundException;
import java.util.List;

/** One way of delivery. Called outside of transactions; what it sends is the same however often it is asked to. */
interface Carrier {

    Destination.Kind kind();

    /** The tenant's destinations of this kind. */
    List<String> names(TenantId tenant);

    /** For a turn: the destination is as it is now. A problem without an answer is thrown. */
    Line open(TenantId tenant, String destination) throws OutboundException;

    /** A destination that is carried to until it is closed. */
    @FunctionalInterface
    interface Line extends AutoCloseable {

        /** A problem without an answer is thrown. */
        Carried.Answered carry(OutboxMessage message) throws OutboundException;

        @Override
        default void close() {}
    }
}
