package io.switchboard.insight.roadmap.ui;

import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;
import io.switchboard.insight.success.Period;
import io.switchboard.platform.identity.ui.TenantContext;
import java.util.Map;

/** The periods that findings are looked for in; the chosen one is in the address. */
final class Periods extends Nav {

    private static final long serialVersionUID = 1L;
    private static final String NAME = "period";

    Periods(TenantContext context, Period chosen) {
        addClassName("period-choice");
        getElement().setAttribute("aria-label", "Period");
        for (var period : Period.values()) {
            var link = new RouterLink(period.days() + " days", RoadmapView.class, context.parameters());
            link.setQueryParameters(QueryParameters.simple(Map.of(NAME, String.valueOf(period.days()))));
            link.setHighlightCondition((_, _) -> false);
            if (period == chosen) {
                link.getElement().setAttribute("aria-current", "page");
            }
            add(link);
        }
    }

    /** Thirty days unless the address says something else that there is. */
    static Period of(QueryParameters query) {
        return query.getSingleParameter(NAME).flatMap(Period::parse).orElse(Period.MONTH);
    }
}
