package io.switchboard.control.enforcement;

import io.switchboard.kernel.ActionId;
import java.time.Duration;

/** What one kind of action cost over all tenants: how often it was done, by how many of them, and how long that took from the question to policy to the commit of the receipt. */
public record ActionCost(ActionId action, long number, long tenants, Duration total, Duration slowest) {

    public Duration mean() {
        return number == 0 ? Duration.ZERO : total.dividedBy(number);
    }
}
