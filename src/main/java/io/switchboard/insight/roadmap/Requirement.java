package io.switchboard.insight.roadmap;

/** What the Spec Ready gate asks for (sprint plan, “v1.1 roadmap lock”). */
public enum Requirement {
    METRIC_TARGET("Metric target"),
    POLICY_PLAN("Policy plan"),
    TEST_PLAN("Test plan"),
    OPERABILITY_PLAN("Operability plan"),
    ACCEPTANCE_TESTS("Acceptance tests");

    private final String title;

    Requirement(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
