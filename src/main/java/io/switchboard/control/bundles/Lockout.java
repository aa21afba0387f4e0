package io.switchboard.control.bundles;

import io.switchboard.control.policy.BundleFiles;
import io.switchboard.control.policy.WhatIf;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.TenantId;
import io.switchboard.platform.identity.Member;
import io.switchboard.platform.identity.Members;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** A version after which nobody could change the policies any more is not saved: what policy needs to be changed has to stay possible for somebody of the platform, and an approval too. */
@Component
class Lockout {

    private static final String ASKED = BundleChanges.ACTIVATE.value();

    private final WhatIf whatIf;
    private final Members members;

    Lockout(WhatIf whatIf, Members members) {
        this.whatIf = whatIf;
        this.members = members;
    }

    /** Why not; empty where all of it stays possible. */
    Optional<String> against(TenantId platform, BundleFiles files) {
        var lost = whatIf.lockedOut(files, people(platform), needed());
        return lost.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "With this version nobody who is a member of the platform now could do "
                                + lost.stream().map(ActionId::value).collect(Collectors.joining(", "))
                                + ", so the policies could never be changed again. Permit it to a role that somebody of the platform holds.");
    }

    private List<Caller> people(TenantId platform) {
        return members.userNames(platform, true).stream()
                .flatMap(name -> members.findByUserName(platform, name).stream())
                .filter(Member::active)
                .map(member -> new Caller(platform, Actor.user(member.id()), member.roles()))
                .toList();
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
