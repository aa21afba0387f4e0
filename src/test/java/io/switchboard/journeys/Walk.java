package io.switchboard.journeys;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.assertj.core.api.SoftAssertions;

/** Through one view that is open: axe at two widths, nothing sticks out on a phone, and the Tab key reaches all that can be used. */
record Walk(Page page, String view) {

    private static final int PHONE_WIDTH = 360;
    private static final int PHONE_HEIGHT = 780;
    private static final int MOST_STOPS = 400;

    /** What can be used in the view, and is neither hidden nor switched off; one of a group that arrow keys move in is enough. */
    private static final String USABLE = """
            () => {
              const usable = 'a[href], button, input, select, textarea, summary, vaadin-button, [tabindex="0"]';
              const shown = element => element.checkVisibility({visibilityProperty: true, opacityProperty: false}) && !element.closest('[inert], [aria-hidden=true]');
              const group = element => element.closest('vaadin-tabs, vaadin-radio-group, vaadin-grid, vaadin-menu-bar, [role=radiogroup]');
              const main = document.querySelector('main') ?? document.body;
              return [...main.querySelectorAll(usable)]
                .filter(element => shown(element) && !element.disabled && !element.hasAttribute('disabled') && element.tabIndex >= 0 && !group(element))
                .filter(element => !element.matches('summary') || element.parentElement.localName === 'details')
                .map((element, index) => { element.dataset.stop = index; return index + ' ' + element.localName + ' ' + (element.getAttribute('aria-label') ?? element.textContent ?? element.name).trim().slice(0, 60); });
            }""";

    /** Where the focus is: the element in the document, and everything it is within. */
    private static final String STOPS = """
            () => {
              const stops = [];
              for (let at = document.activeElement; at; at = at.parentElement ?? at.getRootNode().host) {
                if (at.dataset?.stop !== undefined) stops.push(at.dataset.stop);
              }
              return {stops, outside: document.activeElement === document.body || document.activeElement === null};
            }""";

    void into(SoftAssertions found) {
        found.assertThat(Accessibility.violations(page))
                .as(view + " at " + Stage.WIDTH + " px")
                .isEmpty();
        found.assertThat(unreachable()).as(view + " by the Tab key").isEmpty();
        page.setViewportSize(PHONE_WIDTH, PHONE_HEIGHT);
        Settled.await(page);
        found.assertThat(Accessibility.violations(page))
                .as(view + " at " + PHONE_WIDTH + " px")
                .isEmpty();
        found.assertThat(Checkpoint.tooWide(page))
                .as(view + " scrolls sideways at " + PHONE_WIDTH + " px")
                .isEmpty();
        page.setViewportSize(Stage.WIDTH, Stage.HEIGHT);
        Settled.await(page);
    }

    private List<String> unreachable() {
        var usable =
                ((List<?>) page.evaluate(USABLE)).stream().map(String::valueOf).toList();
        var missing = new TreeSet<>(usable);
        page.evaluate("() => { document.activeElement?.blur(); window.getSelection()?.removeAllRanges(); }");
        for (int i = 0; i < MOST_STOPS && !missing.isEmpty(); i++) {
            page.keyboard().press("Tab");
            var at = (Map<?, ?>) page.evaluate(STOPS);
            for (var stop : (List<?>) Objects.requireNonNull(at.get("stops"))) {
                missing.removeIf(it -> it.startsWith(stop + " "));
            }
            if (i > 0 && Boolean.TRUE.equals(at.get("outside"))) {
                break;
            }
        }
        return List.copyOf(missing);
    }
}
