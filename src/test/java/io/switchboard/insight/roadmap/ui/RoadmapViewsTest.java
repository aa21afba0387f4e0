package io.switchboard.insight.roadmap.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.RouterLink;
import io.switchboard.browserless.SignedInViewTest;
import io.switchboard.control.enforcement.ui.NotAllowedToSee;
import io.switchboard.insight.roadmap.FindingKind;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RoadmapViewsTest extends SignedInViewTest {

    @Test
    void aPmRaisesAnItemSeesWhatItMissesAndDefersItWithAReason() {
        var title = "Kinder refusals " + UUID.randomUUID();
        signedIn("platform", "pam");
        assertThat(page("platform/roadmap"))
                .contains(Arrays.stream(FindingKind.values())
                        .map(FindingKind::title)
                        .toList());
        button("New item").click();
        find(TextField.class).withLabel("Title").single().setValue(title);
        test(find(ConfirmDialog.class).single()).confirm();
        assertThat(now()).contains("Done: raise “" + title + "”.", "draft", "Metric target, Policy plan, Test plan");
        var id = find(RouterLink.class).all().stream()
                .filter(link -> link.getText().equals(title))
                .findFirst()
                .orElseThrow()
                .getHref();
        assertThat(page(id)).contains("rests on somebody's word", "Choose a figure");
        find(TextArea.class).withLabel("Policy plan").single().setValue("No rule changes for anybody.");
        button("Save the spec").click();
        assertThat(now()).contains("Done: save the spec.").doesNotContain("Say which rule changes");
        button("Defer").click();
        assertThat(now()).contains("Not done: defer the item", "Say why it has to wait");
        find(TextArea.class).withLabel("Why it has to wait").single().setValue("Nobody asked.");
        button("Defer").click();
        assertThat(now()).contains("deferred", "Nobody asked.", "Take it up again");
    }

    @Test
    void whoeverIsNoPmIsNotOfferedToWriteAndTheRestOfThePlatformDoesNotSeeIt() {
        signedIn("platform", "root");
        assertThat(page("platform/roadmap")).contains("Top workflows").doesNotContain("New item", "Lock the release");
        signedIn("platform", "fay");
        page("platform/roadmap");
        assertThat(find(NotAllowedToSee.class).all()).hasSize(1);
        signedIn("acme", "ada");
        assertThat(page("acme/roadmap")).contains("There is nothing at this address");
        assertThat(page("acme/roadmap/rmi_aaaaaaaaaaaaaaaa")).contains("There is nothing at this address");
    }

    private Button button(String text) {
        return find(Button.class).withText(text).all().getLast();
    }

    private String page(String address) {
        UI.getCurrent().navigate(address);
        return now();
    }

    private String now() {
        return UI.getCurrent().getCurrentView().getElement().getTextRecursively();
    }
}
