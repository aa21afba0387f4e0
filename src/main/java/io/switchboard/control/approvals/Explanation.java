package io.switchboard.control.approvals;

import io.switchboard.control.policy.Decision;
import io.switchboard.kernel.Role;
import java.util.List;

/** Why somebody may or may not decide a ticket: what policy says to whoever looks, and which role each on its own could decide it, if held by somebody else. */
public record Explanation(Decision yours, List<Role> could) {

    public Explanation {
        could = List.copyOf(could);
    }
}
