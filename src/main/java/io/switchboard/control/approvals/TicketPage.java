package io.switchboard.control.approvals;

import java.util.List;
import java.util.Optional;

/** Some tickets, latest first; {@code next} where more follow; {@code total} of all that the filter matches. */
public record TicketPage(List<Ticket> items, Optional<TicketId> next, long total) {

    public TicketPage {
        items = List.copyOf(items);
    }
}
