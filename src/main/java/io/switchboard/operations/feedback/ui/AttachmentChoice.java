package io.switchboard.operations.feedback.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.page.ExtendedClientDetails;
import io.switchboard.operations.feedback.Attachment;
import java.util.EnumMap;
import java.util.Map;

/** What goes along, each with its value and a tick that takes it away. */
final class AttachmentChoice extends Div {

    private static final long serialVersionUID = 1L;

    private final EnumMap<Attachment, String> values = new EnumMap<>(Attachment.class);
    private final EnumMap<Attachment, Checkbox> ticks = new EnumMap<>(Attachment.class);

    AttachmentChoice(Here here) {
        addClassName("feedback-attachments");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", "What goes along");
        add(new Paragraph("This goes along. Untick what should not."));
        here.attachments().forEach(this::add);
    }

    private void add(Attachment attachment, String value) {
        var tick = new Checkbox(attachment.label() + ": " + value, true);
        values.put(attachment, value);
        ticks.put(attachment, tick);
        add(tick);
    }

    /** The browser says how large its window is. */
    void addWindow() {
        add(UI.getCurrent().getPage().getExtendedClientDetails());
    }

    private void add(ExtendedClientDetails details) {
        var size = details.getWindowInnerWidth() + " × " + details.getWindowInnerHeight();
        if (details.getWindowInnerWidth() > 0 && !ticks.containsKey(Attachment.VIEWPORT)) {
            add(Attachment.VIEWPORT, size);
        }
    }

    Map<Attachment, String> chosen() {
        var chosen = new EnumMap<Attachment, String>(values);
        ticks.forEach((attachment, tick) -> {
            if (!tick.getValue()) {
                chosen.remove(attachment);
            }
        });
        return chosen;
    }
}
