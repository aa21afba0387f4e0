package io.switchboard.operations.ledger;

import io.switchboard.kernel.TenantId;
import java.util.List;

/** A place of the portal where exceptions are made. Modules above implement it, so that the ledger's list is complete. */
public interface ExceptionSource {

    /** Those that hold now. */
    List<LinkedException> in(TenantId tenant);
}
