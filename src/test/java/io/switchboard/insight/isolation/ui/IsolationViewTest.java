package io.switchboard.insight.isolation.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import io.switchboard.browserless.SignedInViewTest;
import io.switchboard.control.enforcement.ui.NotAllowedToSee;
import io.switchboard.insight.isolation.TestRuns;
import org.junit.jupiter.api.Test;

class IsolationViewTest extends SignedInViewTest {

    @Test
    void showsTheLastRunWithItsLeaksFirstAndWhereTheIncidentIs() {
        TestRuns.add(bean(javax.sql.DataSource.class), bean(io.switchboard.platform.tenancy.PlatformTenant.class));
        signedIn("platform", "root");
        var page = page("platform/isolation");
        assertThat(page)
                .contains("A canary found what is the other’s", "Incidents", "GET /api/planted/{id}", "leak")
                .contains("1 leaks", "Probe now");
        assertThat(page.indexOf("/api/planted/{id}")).isLessThan(page.indexOf("/api/sound/{id}"));
        assertThat(page("platform/incidents")).doesNotContain("You may not");
    }

    @Test
    void offersAPmToLookAndNobodyElseOfThePlatformAnything() {
        signedIn("platform", "pam");
        page("platform/isolation");
        assertThat(find(NotAllowedToSee.class).all()).isEmpty();
        assertThat(find(Button.class).all().stream().map(Button::getText)).doesNotContain("Probe now");
        signedIn("platform", "fay");
        page("platform/isolation");
        assertThat(find(NotAllowedToSee.class).all()).hasSize(1);
        signedIn("acme", "ada");
        assertThat(page("acme/isolation")).contains("There is nothing at this address");
    }

    private String page(String path) {
        UI.getCurrent().navigate(path);
        return UI.getCurrent().getCurrentView().getElement().getTextRecursively();
    }
}
