package io.switchboard.operations.onboarding;

import io.switchboard.kernel.TenantId;
import java.util.Optional;

/** Knows one step: whether a tenant has taken it, and where it is taken. Implemented by the module whose fact it is. */
public interface SetupFact {

    SetupStep step();

    /** The fact as it stands now; empty again once it is undone. */
    Optional<Completion> in(TenantId tenant);

    /** Where to take the step: a page below the tenant's, such as {@code settings}. */
    String page();

    /** What the button says, such as "Configure". */
    String invitation();
}
