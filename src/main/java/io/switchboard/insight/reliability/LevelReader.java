package io.switchboard.insight.reliability;

import io.switchboard.kernel.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What indicators come to, with what no row says yet. */
@Component
class LevelReader {

    private final IndicatorRows rows;
    private final IntegrationCounts integration;

    LevelReader(IndicatorRows rows, IntegrationCounts integration) {
        this.rows = rows;
        this.integration = integration;
    }

    /** Of every indicator, by window up to now. */
    Map<Indicator, Map<Duration, Tally>> windows(TenantId tenant, List<Duration> windows, Instant now) {
        var found = rows.windows(tenant, windows, now);
        var late = integration.late(tenant, now);
        var all = new EnumMap<Indicator, Map<Duration, Tally>>(Indicator.class);
        for (var indicator : Indicator.values()) {
            var tallies = new HashMap<>(found.getOrDefault(indicator, Map.of()));
            if (indicator == Indicator.RECEIPT_INTEGRATION && !late.isEmpty()) {
                windows.forEach(window -> tallies.merge(window, late, Tally::plus));
            }
            all.put(indicator, tallies);
        }
        return all;
    }
}
