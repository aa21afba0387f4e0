package io.switchboard.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.function.Function;

/** What holds for every page of the portal: it settles, it fits a phone, it passes axe (all rules at the first width, those of layout on the phone), and its console is quiet. Pictures are taken on the way. */
final class Checkpoint {

    private static final int PHONE_WIDTH = 360;
    private static final int PHONE_HEIGHT = 780;

    /** What sticks out of the window, named as a developer would look for it; a scrolling area of its own may be as wide as it likes. */
    private static final String TOO_WIDE = """
            () => {
              const root = document.scrollingElement;
              const contained = element => {
                for (let at = element.parentElement ?? element.getRootNode().host; at && at !== document.body; at = at.parentElement ?? at.getRootNode().host) {
                  if (['auto', 'scroll', 'hidden', 'clip'].includes(getComputedStyle(at).overflowX) && !at.matches('main, vaadin-app-layout')) return true;
                }
                return false;
              };
              const scrolls = [root, ...document.querySelectorAll('main, vaadin-app-layout')].filter(area => area.scrollWidth > area.clientWidth + 1);
              if (scrolls.length === 0) return [];
              return [...document.body.querySelectorAll('*')]
                .filter(element => element.getBoundingClientRect().right > innerWidth + 1 && !contained(element))
                .map(element => `${element.localName}${element.id ? '#' + element.id : ''}${element.className ? '.' + String(element.className).trim().replaceAll(' ', '.') : ''} ends at ${Math.round(element.getBoundingClientRect().right)} px`)
                .concat(scrolls.map(area => `${area.localName} is ${area.scrollWidth} px wide in ${area.clientWidth} px`));
            }""";

    private final Page page;
    private final Stage stage;

    Checkpoint(Page page, Stage stage) {
        this.page = page;
        this.stage = stage;
    }

    void pass(String name) {
        var numbered = stage.numbered(name);
        look(numbered, Stage.WIDTH, Stage.HEIGHT, Accessibility::violations);
        look(numbered, PHONE_WIDTH, PHONE_HEIGHT, Accessibility::violationsOfLayout);
        assertThat(tooWide(page))
                .as(numbered + " scrolls sideways at " + PHONE_WIDTH + " px")
                .isEmpty();
        resize(Stage.WIDTH, Stage.HEIGHT);
        stage.complaints().assertNone();
    }

    private void look(String numbered, int width, int height, Function<Page, List<String>> violations) {
        resize(width, height);
        stage.shots().take(page, numbered, width);
        assertThat(violations.apply(page))
                .as("accessibility of " + numbered + " at " + width + " px")
                .isEmpty();
    }

    private void resize(int width, int height) {
        page.setViewportSize(width, height);
        Settled.await(page);
    }

    /** What sticks out sideways; nothing where the page fits. */
    static List<?> tooWide(Page page) {
        return (List<?>) page.evaluate(TOO_WIDE);
    }
}
