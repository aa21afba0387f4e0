package io.switchboard.shell;

import com.vaadin.flow.component.Component;

/** A tenant's accent, put on the page's root so that overlays wear it as well. */
final class Brand {

    void apply(Component page, String accent) {
        // Through the style object's API, which a strict content security policy allows, unlike a style attribute in
        // markup.
        page.getElement().executeJs("document.documentElement.style.setProperty('--brand-accent', $0)", accent);
    }
}
