package io.switchboard.insight.reliability;

import java.time.LocalDate;
import java.util.List;

/** How an indicator stands: what its window came to, its objective and what is left of the budget, what the alert rules see, and the window day by day; a day without events is empty. */
public record ServiceLevel(Objective objective, Tally tally, List<Burn> burns, List<Day> days) {

    public ServiceLevel {
        burns = List.copyOf(burns);
        days = List.copyOf(days);
    }

    /** A day in UTC. */
    public record Day(LocalDate day, Tally tally) {}

    public Indicator indicator() {
        return objective.indicator();
    }

    public ErrorBudget budget() {
        return new ErrorBudget(objective.target(), tally);
    }

    public boolean isMet() {
        return objective.target().isMetBy(tally);
    }
}
