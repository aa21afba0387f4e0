package io.switchboard.operations.feedback.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import io.switchboard.kernel.Caller;
import io.switchboard.operations.feedback.Prompts;

/** Whether a member lets themselves be asked how something went: a person's own setting, which they change as often as they like. */
final class PromptSetting extends Section {

    private static final long serialVersionUID = 1L;

    PromptSetting(Prompts prompts, Caller caller) {
        addClassNames("card", "feedback-card");
        var told = new Div();
        told.getElement().setAttribute("role", "status");
        var asked = new Checkbox("Ask me now and then how something went", prompts.isOn(caller));
        asked.addValueChangeListener(changed -> {
            prompts.set(caller, changed.getValue());
            told.setText(
                    changed.getValue()
                            ? "Saved: you are asked again after key moments."
                            : "Saved: you are not asked any more.");
        });
        add(new H2("Questions to you"), new Paragraph(sentence(prompts, caller)), asked, told);
    }

    private static String sentence(Prompts prompts, Caller caller) {
        var when =
                "A quiet line at the top asks after a key moment, such as your first import: once for each, at most once"
                        + " in seven days. This is your own setting in this tenant.";
        return prompts.asks(caller.tenant())
                ? when
                : when + " The platform has switched such questions off for this tenant at the moment.";
    }
}
