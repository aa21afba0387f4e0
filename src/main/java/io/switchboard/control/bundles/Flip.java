package io.switchboard.control.bundles;

import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.DecisionId;
import io.switchboard.kernel.Sha256;
import io.switchboard.kernel.TenantId;
import java.util.List;

/**
 * Decisions of one tenant that would be others, for the same reasons on both sides: from allow to deny, or with {@code toAllow} the other way. {@code error}: not refused by a policy, but not
 * evaluable. {@code sample} is one of them.
 */
public record Flip(
        TenantId tenant,
        ActionId action,
        boolean toAllow,
        boolean error,
        List<String> beforeBy,
        List<String> afterBy,
        long decisions,
        DecisionId sample) {

    public Flip {
        beforeBy = List.copyOf(beforeBy);
        afterBy = List.copyOf(afterBy);
    }

    /** The same for flips that are counted together. */
    Sha256 key() {
        return Sha256.of(action + "\n" + toAllow + "\n" + error + "\n" + beforeBy + "\n" + afterBy);
    }
}
