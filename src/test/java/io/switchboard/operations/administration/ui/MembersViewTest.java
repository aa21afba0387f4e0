package io.switchboard.operations.administration.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import io.switchboard.browserless.SignedInViewTest;
import io.switchboard.platform.components.EmptyState;
import io.switchboard.platform.components.FilterBar;
import org.junit.jupiter.api.Test;

class MembersViewTest extends SignedInViewTest {

    @Test
    void showsTheMembersWithTheirRolesAndHowToConnectScim() {
        signedIn("globex", "grace");
        var view = navigate("globex/settings/members", MembersView.class);
        assertThat(view.getElement().getTextRecursively())
                .contains("grace", "partner-admin", "by hand", "active", "/scim/v2");
    }

    @Test
    void findsByTextAndStateAndKeepsBothInTheAddress() {
        signedIn("globex", "grace");
        UI.getCurrent().navigate("globex/settings/members", QueryParameters.of("q", "GRACE"));
        assertThat(find(MembersView.class).single().getElement().getTextRecursively())
                .contains("1 member");
        UI.getCurrent().navigate("globex/settings/members", QueryParameters.of("q", "nobody-is-called-so"));
        assertThat(find(EmptyState.class).all()).hasSize(1);
    }

    @Test
    void saysToOthersWhoMayLook() {
        signedIn("globex", "otis");
        var view = navigate("globex/settings/members", MembersView.class);
        assertThat(find(FilterBar.class, view).all()).isEmpty();
    }
}
