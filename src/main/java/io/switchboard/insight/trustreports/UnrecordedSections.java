package io.switchboard.insight.trustreports;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** Sections of a report that nobody records yet. They are in it all the same, so that a reader sees what is not proven. */
@Configuration(proxyBeanMethods = false)
class UnrecordedSections {

    @Bean
    @Order(10)
    SectionSource budgetsSection() {
        return (_, _) -> unrecorded(
                "budgets",
                "Budgets",
                "No budgets of what runs by itself are kept yet.",
                Measure.notRecorded(
                        "budget-use",
                        "Budgets used",
                        "Actions, blast radius and cost of autonomous runs against their limits."));
    }

    private static Section unrecorded(String id, String title, String summary, Measure measure) {
        return Section.of(id, title, Section.State.NOT_RECORDED, summary, List.of(measure));
    }
}
