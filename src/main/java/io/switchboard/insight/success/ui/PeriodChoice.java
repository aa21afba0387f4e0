package io.switchboard.insight.success.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import io.switchboard.insight.success.Period;
import io.switchboard.platform.identity.ui.TenantContext;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Which days: links, so that a page can be sent on as it is seen. */
final class PeriodChoice extends Nav {

    private static final long serialVersionUID = 1L;
    private static final String NAME = "period";

    private final Map<Period, RouterLink> links = new EnumMap<>(Period.class);

    PeriodChoice(TenantContext context, Period chosen) {
        this(SuccessView.class, context.parameters(), chosen);
    }

    /** For another page that has periods. */
    PeriodChoice(Class<? extends Component> view, RouteParameters parameters, Period chosen) {
        addClassName("period-choice");
        getElement().setAttribute("aria-label", "Period");
        for (var period : Period.values()) {
            var link = new RouterLink(period.days() + " days", view, parameters);
            link.setQueryParameters(QueryParameters.simple(Map.of(NAME, String.valueOf(period.days()))));
            link.setHighlightCondition((_, _) -> false);
            links.put(period, link);
            add(link);
        }
        mark(chosen);
    }

    /** Which of them is on the page. */
    void mark(Period chosen) {
        links.forEach((period, link) -> {
            if (period == chosen) {
                link.getElement().setAttribute("aria-current", "page");
            } else {
                link.getElement().removeAttribute("aria-current");
            }
        });
    }

    /** Thirty days unless the address says something else that there is. */
    static Period of(QueryParameters query) {
        return Optional.ofNullable(query.getParameters().get(NAME))
                .flatMap(values -> values.stream().findFirst())
                .flatMap(Period::parse)
                .orElse(Period.MONTH);
    }
}
