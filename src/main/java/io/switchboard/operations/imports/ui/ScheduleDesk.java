package io.switchboard.operations.imports.ui;

import io.switchboard.control.receipts.LogState;
import io.switchboard.control.receipts.ReceiptQuery;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.MemberId;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.TenantId;
import io.switchboard.operations.imports.ImportAccess;
import io.switchboard.operations.imports.ImportKinds;
import io.switchboard.operations.imports.SavedMappings;
import io.switchboard.operations.imports.schedules.ImportSchedules;
import io.switchboard.platform.identity.Member;
import io.switchboard.platform.identity.Members;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The services that the pages of schedules wire up. */
@Component
record ScheduleDesk(
        ImportAccess access,
        ImportSchedules schedules,
        SavedMappings mappings,
        ImportKinds kinds,
        Members members,
        ReceiptQuery receipts,
        Clock clock) {

    /** How far these receipts have come. */
    Map<ReceiptId, LogState> states(TenantId tenant, Collection<ReceiptId> ids) {
        return receipts.states(tenant, ids);
    }

    /** On whose behalf, as a person reads it. */
    String named(TenantId tenant, Actor owner) {
        return switch (owner.type()) {
            case USER ->
                members.find(tenant, new MemberId(owner.id()))
                        .map(Member::displayName)
                        .orElse("somebody who is no longer a member");
            case SERVICE -> "the service " + owner.id();
            case PLAYBOOK, SYSTEM -> owner.id();
        };
    }
}
