package io.switchboard.operations.delivery;

import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.TenantId;

/** Event: a bucket of the tenant's has taken every file that an announcement brought. Published in the transaction that leaves the receipt of it. */
public record AnnouncedFilesStored(TenantId tenant, String type, String about, ReceiptId receipt) {}
