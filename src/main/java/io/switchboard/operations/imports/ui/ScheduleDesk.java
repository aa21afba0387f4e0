package io.switchboard.operations.imports.ui;

import io.switchboard.control.receipts.LogState;
import io.switchboard.control.receipts.ReceiptQuery;
import io.switchboard.control.receipts.ui.ActorNames;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.TenantId;
import io.switchboard.operations.imports.ImportAccess;
import io.switchboard.operations.imports.ImportKinds;
import io.switchboard.operations.imports.SavedMappings;
import io.switchboard.operations.imports.schedules.ImportSchedules;
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
        ActorNames names,
        ReceiptQuery receipts,
        Clock clock) {

    /** How far these receipts have come. */
    Map<ReceiptId, LogState> states(TenantId tenant, Collection<ReceiptId> ids) {
        return receipts.states(tenant, ids);
    }

    /** On whose behalf, as a person reads it. */
    String named(TenantId tenant, Actor owner) {
        return names.of(tenant, owner);
    }
}
