package io.switchboard.operations.onboarding.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import io.switchboard.browserless.SignedInViewTest;
import io.switchboard.kernel.Slug;
import io.switchboard.platform.tenancy.Tenants;
import java.time.Duration;
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
    void landsHereWhereASetupIsUnderWay() {
        signedIn("initech", "ian");
        navigate("initech", SetupView.class);
    }

    @ParameterizedTest
    @CsvSource({"PT20S, less than a minute", "PT5M, 5 min", "PT1H12M, 1 h 12 min", "PT80H, 3 days"})
    void saysADurationAsAPersonWould(Duration time, String words) {
        assertThat(SetupView.words(time)).isEqualTo(words);
    }
}
