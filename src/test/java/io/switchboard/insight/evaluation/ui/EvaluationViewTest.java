package io.switchboard.insight.evaluation.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import io.switchboard.browserless.SignedInViewTest;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.ui.NotAllowedToSee;
import io.switchboard.insight.evaluation.Evaluation;
import io.switchboard.insight.evaluation.EvaluationDesk;
import io.switchboard.insight.evaluation.EvaluationKit;
import io.switchboard.insight.evaluation.WeeklyReport;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.Caller;
import io.switchboard.platform.identity.Member;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import org.junit.jupiter.api.Test;

class EvaluationViewTest extends SignedInViewTest {

    private LocalDate today() {
        return LocalDate.ofInstant(bean(Clock.class).instant(), ZoneOffset.UTC);
    }

    private static Caller caller(Member member) {
        return new Caller(member.tenant(), Actor.user(member.id()), member.roles());
    }

    private EvaluationKit kit(Caller caller) {
        return bean(EvaluationDesk.class).kit(caller).orElseThrow();
    }

    @Test
    void anEvaluatorBeginsTheThirtyDaysAndSeesWhatHasToBeShown() {
        var eve = caller(signedIn("acme", "eve"));
        var view = navigate("acme/evaluation", EvaluationView.class);
        find(DatePicker.class).single().setValue(today());
        find(Button.class).withText("Begin the 30 days").single().click();
        assertThat(view.getElement().getTextRecursively())
                .contains("Done: begin the evaluation.", "1 of 30", "Exit criteria", "Keys (BYOK)", "under way");
        assertThat(kit(eve).reports()).hasSizeBetween(3, 4);
        assertThat(kit(eve).criteria())
                .filteredOn(each -> each.id().equals("weekly-reports"))
                .noneMatch(each -> each.met());
    }

    @Test
    void countsTheWholeWeeksWithinTheDaysWhetherTheirReportsWereMadeOrNot() {
        var eve = caller(signedIn("acme", "eve"));
        var monday =
                today().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).minusWeeks(1);
        assertThat(bean(EvaluationDesk.class).begin(eve, monday)).isInstanceOf(Enforced.Done.class);
        assertThat(kit(eve).reports()).hasSize(4);
        assertThat(kit(eve).reports().getFirst()).matches(WeeklyReport::over);
        assertThat(kit(eve).reports().getLast()).matches(week -> !week.over() && !week.made());
    }

    @Test
    void aDayFarAwayIsRefusedAndAnOperatorLooksOnly() {
        var eve = caller(signedIn("acme", "eve"));
        var ended = bean(EvaluationDesk.class).begin(eve, today().plusYears(1));
        assertThat(((Enforced.Failed<Evaluation>) ended).failure().code()).isEqualTo("bad-day");
        signedIn("acme", "otto");
        navigate("acme/evaluation", EvaluationView.class);
        assertThat(find(Button.class).withText("Begin the 30 days").all()).isEmpty();
        assertThat(find(NotAllowedToSee.class).all()).isEmpty();
    }
}
