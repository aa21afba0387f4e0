package io.switchboard.control.receipts.sequencer;

import io.switchboard.control.receipts.log.CompactRange;
import io.switchboard.kernel.LogId;
import io.switchboard.kernel.TenantId;
import java.util.Optional;

/** How far a tenant's log is: entries with an index, the tree under the newest signed checkpoint, and the size of the one that the store serves. */
record LogHead(
        TenantId tenant,
        LogId log,
        String origin,
        long sequenced,
        CompactRange signed,
        long published,
        Optional<String> haltedBecause) {

    boolean hasNews() {
        return sequenced > signed.size();
    }

    /** The address of one of the log's files in the store. */
    String file(String path) {
        return log.value() + "/" + path;
    }
}
