package io.switchboard.insight.roadmap;

import java.util.Arrays;
import java.util.Optional;

/** What telemetry looks for, each with its definition, which page, API and the lock say with the same words. */
public enum FindingKind {
    WORKFLOW(
            "workflow",
            "Top workflows",
            "Governed actions of people and services, over all tenants but the platform, the most often allowed first. Counted from receipts, at most half a minute late."),
    DROP_OFF(
            "drop-off",
            "Drop-offs",
            "Tenants whose last step of the setup is older than seven days, by that step. Whoever has done all steps has not dropped off."),
    DENIAL(
            "denial",
            "Most common denies",
            "Decisions that denied a governed action, over all tenants but the platform, by action and the policies that determined it; none where nothing permits it."),
    QUERY(
            "query",
            "Slowest queries",
            "Statements by the database's own statistics, since it was started: the slowest on average of those that ran at least five times. Statements are shown without their values."),
    COST(
            "cost",
            "Costliest actions",
            "Time that passed from the question to policy to the commit of the receipt, summed over all tenants; what took most in all comes first. An action that does others counts their time as well.");

    private final String wire;
    private final String title;
    private final String definition;

    FindingKind(String wire, String title, String definition) {
        this.wire = wire;
        this.title = title;
        this.definition = definition;
    }

    public String wire() {
        return wire;
    }

    public String title() {
        return title;
    }

    public String definition() {
        return definition;
    }

    public static Optional<FindingKind> parse(String wire) {
        return Arrays.stream(values()).filter(kind -> kind.wire.equals(wire)).findFirst();
    }
}
