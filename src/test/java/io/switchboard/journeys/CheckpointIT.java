package io.switchboard.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A checkpoint that passes everything would prove nothing: each of its checks meets a page that breaks it. */
class CheckpointIT extends Journey {

    @BeforeEach
    void openThePortal() {
        open(page(), "/welcome");
    }

    @Test
    void noticesWhatAxeObjectsToAndNamesRuleAndElement() {
        become("<main><h1>Page</h1><img src='data:,' id='silent'></main>");
        assertThat(Accessibility.violations(page())).singleElement().asString().startsWith("image-alt at [#silent]");
    }

    @Test
    void noticesWhatSticksOutOfAPhone() {
        become("<main><h1>Page</h1><div id='wide'>wide</div></main>");
        page().evaluate("document.getElementById('wide').style.width = '500px'");
        assertThatThrownBy(() -> checkpoint(page(), "too-wide"))
                .hasMessageContaining("scrolls sideways at 360 px")
                .hasMessageContaining("div#wide");
    }

    @Test
    void letsATableScrollInAFrameOfItsOwn() {
        become(
                "<main><h1>Page</h1><div id='frame' tabindex='0' role='region' aria-label='Rows'><div id='wide'>wide</div></div></main>");
        page().evaluate("document.getElementById('frame').style.overflowX = 'auto'");
        page().evaluate("document.getElementById('wide').style.width = '500px'");
        checkpoint(page(), "framed");
    }

    @Test
    void noticesAnErrorInTheConsole() {
        page().evaluate("console.error('something broke')");
        assertThatThrownBy(() -> checkpoint(page(), "console")).hasMessageContaining("something broke");
    }

    private void become(String body) {
        page().evaluate("body => { document.body.innerHTML = body; }", body);
    }
}
