package io.switchboard.control.bundles;

import io.switchboard.control.approvals.Ticket;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.policy.PolicyVersion;
import java.util.Optional;

/** How an activation ended. With a ticket it waits for somebody else's approval, and is asked for again afterwards. */
public record ActivationEnd(Enforced<PolicyVersion> ended, Optional<Ticket> ticket) {}
