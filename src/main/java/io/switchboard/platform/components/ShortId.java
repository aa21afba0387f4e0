package io.switchboard.platform.components;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;

/** A long id or digest shown by its first characters, with the whole of it on hover and a button that copies it. */
public final class ShortId extends Span {

    private static final int SHOWN = 10;

    public ShortId(String id) {
        addClassName("short-id");
        var text = new Span(shortened(id));
        text.setTitle(id);
        add(text, copyButton(id));
    }

    static String shortened(String id) {
        return id.length() <= SHOWN + 2 ? id : id.substring(0, SHOWN) + "…";
    }

    private static Button copyButton(String id) {
        var button = new Button(VaadinIcon.COPY_O.create());
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE, ButtonVariant.LUMO_ICON);
        button.setAriaLabel("Copy " + id);
        button.setTooltipText("Copy");
        // Browsers allow the clipboard only while they handle the click itself, so it is not done on the server.
        button.getElement().executeJs("this.addEventListener('click', () => navigator.clipboard.writeText($0))", id);
        return button;
    }
}
