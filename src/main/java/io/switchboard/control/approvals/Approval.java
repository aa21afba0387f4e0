package io.switchboard.control.approvals;

import io.switchboard.kernel.ReceiptId;
import java.util.List;

/** The yes that a change was made with: the ticket, which is used now, and the receipts of those who approved. */
public record Approval(TicketId ticket, List<ReceiptId> receipts) {

    public Approval {
        receipts = List.copyOf(receipts);
    }
}
