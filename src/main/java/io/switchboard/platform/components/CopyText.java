package io.switchboard.platform.components;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;

/** Something that is read and copied whole, such as an address to register elsewhere. {@code what} names it for assistive technology. */
public final class CopyText extends Span {

    private static final long serialVersionUID = 1L;

    public CopyText(String what, String text) {
        addClassName("copy-text");
        var shown = new Span(text);
        shown.addClassName("code");
        add(shown, button(what, text));
    }

    private static Button button(String what, String text) {
        var button = new Button(VaadinIcon.COPY_O.create());
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE, ButtonVariant.LUMO_ICON);
        button.setAriaLabel("Copy " + what);
        button.setTooltipText("Copy");
        // Browsers allow the clipboard only while they handle the click itself, so it is not done on the server.
        button.getElement().executeJs("this.addEventListener('click', () => navigator.clipboard.writeText($0))", text);
        return button;
    }
}
