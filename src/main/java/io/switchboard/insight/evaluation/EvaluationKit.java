package io.switchboard.insight.evaluation;

import io.switchboard.operations.onboarding.Checklist;
import java.time.Instant;
import java.util.List;

/** An evaluation as it stands at one moment. */
public record EvaluationKit(
        Evaluation evaluation,
        Instant asOf,
        Checklist checklist,
        List<Integration> integrations,
        List<WeeklyReport> reports,
        List<SuccessMetric> metrics,
        List<Criterion> criteria) {

    public EvaluationKit {
        integrations = List.copyOf(integrations);
        reports = List.copyOf(reports);
        metrics = List.copyOf(metrics);
        criteria = List.copyOf(criteria);
    }

    public long met() {
        return criteria.stream().filter(Criterion::met).count();
    }

    public boolean allMet() {
        return met() == criteria.size();
    }
}
