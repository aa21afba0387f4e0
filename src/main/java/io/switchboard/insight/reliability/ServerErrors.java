package io.switchboard.insight.reliability;

import io.switchboard.control.flags.FlagKey;
import io.switchboard.control.flags.GuardrailSignal;
import io.switchboard.kernel.TenantId;
import java.time.Instant;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Of the tenants' requests, how many in a hundred ended with a fault of the portal. Counted by the minute. */
@Component
class ServerErrors implements GuardrailSignal {

    private final IndicatorRows rows;

    ServerErrors(IndicatorRows rows) {
        this.rows = rows;
    }

    @Override
    public String name() {
        return "server-errors";
    }

    @Override
    public String title() {
        return "Requests that failed on our side, in percent";
    }

    @Override
    public String counted() {
        return "requests";
    }

    @Override
    public Reading read(FlagKey flag, Set<TenantId> tenants, Instant from, Instant to) {
        var tally = tenants.stream()
                .map(tenant -> rows.between(tenant, from, to).getOrDefault(Indicator.AVAILABILITY, Tally.NONE))
                .reduce(Tally.NONE, Tally::plus);
        return tally.isEmpty()
                ? new Reading.NoData("The tenants that have the flag sent no request since the step began.")
                : new Reading.Figure(100.0 * tally.bad() / tally.total(), tally.total());
    }
}
