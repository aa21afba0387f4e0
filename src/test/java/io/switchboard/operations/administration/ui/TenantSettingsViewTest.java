package io.switchboard.operations.administration.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import io.switchboard.browserless.SignedInViewTest;
import io.switchboard.control.enforcement.ui.Refusal;
import io.switchboard.kernel.Slug;
import io.switchboard.platform.tenancy.Tenant;
import io.switchboard.platform.tenancy.TenantSettings;
import io.switchboard.platform.tenancy.Tenants;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TenantSettingsViewTest extends SignedInViewTest {

    @Test
    void savesWhatWasTyped() {
        signedIn("initech", "ian");
        navigate("initech/settings", TenantSettingsView.class);
        test(find(TextField.class).withCaption("Name").single()).setValue("Initech GmbH");
        test(find(TextField.class).withCaption("Accent colour").single()).setValue("#7a2f8f");
        test(find(EmailField.class).single()).setValue("it@initech.example");
        test(find(IntegerField.class).single()).setValue(730);
        test(find(Button.class).withText("Save").single()).click();
        assertThat(initech().settings())
                .isEqualTo(new TenantSettings("Initech GmbH", "#7a2f8f", Optional.of("it@initech.example"), 730));
    }

    @Test
    void showsEachErrorAtItsFieldAndSavesNothing() {
        signedIn("initech", "ian");
        var before = initech();
        navigate("initech/settings", TenantSettingsView.class);
        var accent = find(TextField.class).withCaption("Accent colour").single();
        test(accent).setValue("#ffcc00");
        test(find(Button.class).withText("Save").single()).click();
        assertThat(accent.isInvalid()).isTrue();
        assertThat(accent.getErrorMessage()).contains("Choose a darker one");
        assertThat(initech().version()).isEqualTo(before.version());
    }

    @Test
    void saysThatSomebodyElseWasQuicker() {
        signedIn("initech", "ian");
        navigate("initech/settings", TenantSettingsView.class);
        var before = initech();
        bean(Tenants.class).configure(before.id(), before.settings(), before.version());
        test(find(Button.class).withText("Save").single()).click();
        assertThat(find(Refusal.class).all()).hasSize(1);
    }

    @Test
    void letsOthersLookOnly() {
        signedIn("globex", "otis");
        navigate("globex/settings", TenantSettingsView.class);
        assertThat(find(TextField.class).withCaption("Name").single().isReadOnly())
                .isTrue();
        assertThat(find(Button.class).withText("Save").all()).isEmpty();
    }

    private Tenant initech() {
        return bean(Tenants.class).findBySlug(new Slug("initech")).orElseThrow();
    }
}
