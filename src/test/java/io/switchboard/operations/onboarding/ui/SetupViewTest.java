package io.switchboard.operations.onboarding.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.PollEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import io.switchboard.browserless.SignedInViewTest;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.receipts.ReceiptFilter;
import io.switchboard.control.receipts.ReceiptQuery;
import io.switchboard.kernel.Slug;
import io.switchboard.kernel.TenantId;
import io.switchboard.operations.onboarding.Completion;
import io.switchboard.operations.onboarding.Onboarding;
import io.switchboard.operations.onboarding.SetupDesk;
import io.switchboard.operations.onboarding.SetupFact;
import io.switchboard.operations.onboarding.SetupStep;
import io.switchboard.platform.components.LooksAgain;
import io.switchboard.platform.identity.CurrentMember;
import io.switchboard.platform.identity.Members;
import io.switchboard.platform.identity.ui.TenantContext;
import io.switchboard.platform.tenancy.Tenants;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SetupViewTest extends SignedInViewTest {

    @Test
    void listsEveryStepWithItsStateAndTheWayToTakeIt() {
        signedIn("initech", "ian");
        var view = navigate("initech/setup", SetupView.class);
        assertThat(find(H1.class).single().getText())
                .isEqualTo("Welcome to "
                        + bean(Tenants.class)
                                .findBySlug(new Slug("initech"))
                                .orElseThrow()
                                .name());
        assertThat(find(SetupLine.class, view).all()).hasSize(6);
        assertThat(find(Anchor.class, view).all())
                .extracting(Anchor::getHref)
                .contains("initech/settings/identity-provider", "initech/trust");
    }

    @Test
    void waitsForNoPartOfThePortalThatIsNotThere() {
        signedIn("initech", "ian");
        var view = navigate("initech/setup", SetupView.class);
        assertThat(find(Span.class, view).all())
                .extracting(Span::getText)
                .noneMatch(text -> text.startsWith("Opens when"));
    }

    @Test
    void leavesOutWhatDoesNotApplyForEverybodyInTheTenant() {
        var member = signedIn("initech", "ian");
        var ian = bean(CurrentMember.class).callerIn(member.tenant()).orElseThrow();
        var desk = bean(SetupDesk.class);
        assertThat(desk.except(ian, SetupStep.FIRST_INCIDENT, " ")).isInstanceOf(Enforced.Failed.class);
        assertThat(desk.except(ian, SetupStep.FIRST_INCIDENT, "Our own desk handles them."))
                .isInstanceOf(Enforced.Done.class);
        var view = navigate("initech/setup", SetupView.class).getElement().getTextRecursively();
        assertThat(view).contains("of 5 done", "not applicable", "Our own desk handles them.", "It does apply");
        assertThat(desk.require(ian, SetupStep.FIRST_INCIDENT)).isInstanceOf(Enforced.Done.class);
        assertThat(navigate("initech/setup", SetupView.class).getElement().getTextRecursively())
                .contains("of 6 done");
    }

    @Test
    void letsNobodyElseSayThatAStepDoesNotApply() {
        var member = signedIn("globex", "otis");
        var otis = bean(CurrentMember.class).callerIn(member.tenant()).orElseThrow();
        assertThat(bean(SetupDesk.class).except(otis, SetupStep.FIRST_INCIDENT, "I would rather not."))
                .isInstanceOf(Enforced.Refused.class);
        assertThat(navigate("globex/setup", SetupView.class).getElement().getTextRecursively())
                .doesNotContain("Does not apply");
    }

    @Test
    void landsHereWhereASetupIsUnderWay() {
        signedIn("initech", "ian");
        navigate("initech", SetupView.class);
    }

    @ParameterizedTest
    @CsvSource({"PT20S, less than a minute", "PT5M, 5 min", "PT1H12M, 1 h 12 min", "PT80H, 3 days"})
    void saysADurationAsAPersonWould(Duration time, String words) {
        assertThat(SetupView.words(time)).isEqualTo(words);
    }

    @Test
    void isAskedMoreOftenThanThereAreConnectionsAndKeepsNone() {
        var tenant = bean(Tenants.class).findBySlug(new Slug("initech")).orElseThrow();
        for (int look = 0; look < 60; look++) {
            assertThat(bean(Onboarding.class).checklist(tenant).items()).hasSize(6);
        }
    }

    @Test
    void anOpenChecklistSeesAtTheNextPollWhatAnotherPersonCompletedOrUndid() {
        var member = signedIn("initech", "ian");
        var tenant = bean(Tenants.class).find(member.tenant()).orElseThrow();
        var fact = new Changing();
        var steps = new SetupSteps(
                new TenantContext(tenant, member),
                new Onboarding(List.of(fact), _ -> Map.of()),
                bean(SetupDesk.class),
                bean(Members.class),
                bean(Clock.class));
        steps.look();
        LooksAgain.whileOpen(steps, steps::look);
        UI.getCurrent().add(steps);
        assertThat(UI.getCurrent().getPollInterval()).isEqualTo(1_000);
        assertThat(steps.getElement().getTextRecursively()).contains("0 of 6 done");
        fact.completion = Optional.of(
                bean(ReceiptQuery.class).list(tenant.id(), ReceiptFilter.ALL, Optional.empty(), 1).items().stream()
                        .findFirst()
                        .map(Completion::by)
                        .orElseThrow());
        poll();
        assertThat(steps.getElement().getTextRecursively()).contains("1 of 6 done");
        var line = find(SetupLine.class, steps).all().getFirst();
        poll();
        assertThat(find(SetupLine.class, steps).all().getFirst())
                .as("what is as it was stays")
                .isSameAs(line);
        fact.completion = Optional.empty();
        poll();
        assertThat(steps.getElement().getTextRecursively()).contains("0 of 6 done");
        UI.getCurrent().remove(steps);
        assertThat(UI.getCurrent().getPollInterval()).isEqualTo(-1);
    }

    private static void poll() {
        ComponentUtil.fireEvent(UI.getCurrent(), new PollEvent(UI.getCurrent(), true));
    }

    /** A step that somebody else takes and undoes. */
    private static final class Changing implements SetupFact {

        private Optional<Completion> completion = Optional.empty();

        @Override
        public SetupStep step() {
            return SetupStep.CONFIGURE_TENANT;
        }

        @Override
        public Optional<Completion> in(TenantId tenant) {
            return completion;
        }

        @Override
        public String page() {
            return "settings";
        }

        @Override
        public String invitation() {
            return "Configure";
        }
    }
}
