package io.switchboard.control.flags;

import io.switchboard.kernel.TenantId;
import java.time.Instant;
import java.util.Set;

/**
 * Something that gets worse when what a flag switches on is bad. Brought by whoever has the figures, as a bean. A larger figure is worse. Figures of two periods of the same length can be
 * compared.
 */
public interface GuardrailSignal {

    /** Permanent, 1 to 40 of a–z and hyphens: it is written into ramps and receipts. */
    String name();

    /** As a person calls it: "Failed actions, in percent". */
    String title();

    /** What is counted, in the plural: "governed actions". */
    String counted();

    /** Of these tenants from {@code from} on and before {@code to}. */
    Reading read(FlagKey flag, Set<TenantId> tenants, Instant from, Instant to);

    /** What a period comes to. */
    sealed interface Reading {

        /** {@code sample}: of how many it is a figure. */
        record Figure(double value, long sample) implements Reading {}

        record NoData(String why) implements Reading {}
    }
}
