package io.switchboard.control.bundles;

import io.switchboard.control.policy.BundleFiles;
import io.switchboard.control.policy.WhatIf;
import io.switchboard.kernel.ActionId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** A version after which nobody could change the policies any more is not saved: what policy needs to be changed has to stay possible for some role, and an approval too. */
@Component
class Lockout {

    private static final String ASKED = BundleChanges.ACTIVATE.value();

    private final WhatIf whatIf;

    Lockout(WhatIf whatIf) {
        this.whatIf = whatIf;
    }

    /** Why not; empty where all of it stays possible. */
    Optional<String> against(BundleFiles files) {
        var lost = whatIf.lockedOut(files, needed());
        return lost.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "With this version nobody could do "
                                + lost.stream().map(ActionId::value).collect(Collectors.joining(", "))
                                + ", whichever role they hold, so the policies could never be changed again. Permit it for some role.");
    }

    private static Map<ActionId, WhatIf.Needed> needed() {
        var version = new WhatIf.Needed(BundleChanges.VERSION, Map.of());
        var needed = new LinkedHashMap<ActionId, WhatIf.Needed>();
        needed.put(BundleDesk.VIEW, version);
        needed.put(BundleChanges.PROPOSE, version);
        needed.put(BundleChanges.SIMULATE, version);
        needed.put(BundleChanges.ACTIVATE, version);
        needed.put(new ActionId("approvals.view"), new WhatIf.Needed("Approval", Map.of()));
        needed.put(new ActionId("approvals.request"), new WhatIf.Needed("Approval", Map.of("asked", ASKED)));
        needed.put(
                new ActionId("approvals.decide"),
                new WhatIf.Needed("Approval", Map.of("asked", ASKED, "ownRequest", false, "raisesOwnRights", false)));
        return needed;
    }
}
