package io.switchboard.insight.evaluation;

import io.switchboard.insight.success.Period;
import io.switchboard.insight.success.SuccessDesk;
import io.switchboard.operations.onboarding.Onboarding;
import io.switchboard.platform.tenancy.Tenant;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Evaluations as they stand, from facts on record. */
@Component
class Kits {

    private final EvaluationRows rows;
    private final Onboarding onboarding;
    private final Integrations integrations;
    private final Weeks weeks;
    private final ExitCriteria criteria;
    private final SuccessDesk success;

    Kits(
            EvaluationRows rows,
            Onboarding onboarding,
            Integrations integrations,
            Weeks weeks,
            ExitCriteria criteria,
            SuccessDesk success) {
        this.rows = rows;
        this.onboarding = onboarding;
        this.integrations = integrations;
        this.weeks = weeks;
        this.criteria = criteria;
        this.success = success;
    }

    /** Empty where none has begun. */
    Optional<EvaluationKit> of(Tenant tenant, Instant now) {
        return rows.find(tenant.id()).map(evaluation -> of(tenant, evaluation, now));
    }

    private EvaluationKit of(Tenant tenant, Evaluation evaluation, Instant now) {
        var checklist = onboarding.checklist(tenant);
        var connected = integrations.of(tenant.id(), now);
        var reports = weeks.of(tenant.id(), evaluation, now);
        var figures = success.asItIs(tenant, Period.MONTH);
        return new EvaluationKit(
                evaluation,
                now,
                checklist,
                connected,
                reports,
                figures.figures().stream()
                        .map(figure -> SuccessMetric.of(figures, figure))
                        .toList(),
                criteria.of(tenant.id(), evaluation, checklist, connected, reports, now));
    }
}
