package io.switchboard.operations.entities.ui;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import io.switchboard.control.policy.Decision;
import io.switchboard.platform.components.StateTag;

/** Stands where entities would, for somebody who may not see them: which rule says so, and who can help. */
final class Unavailable extends Section {

    private static final long serialVersionUID = 1L;

    Unavailable(Decision decision) {
        addClassName("refusal");
        getElement().setAttribute("role", "alert");
        add(new StateTag(StateTag.Tone.DANGER, "Not allowed"), new H2("Not allowed: see entities"));
        decision.reasons()
                .forEach(reason -> add(code(reason.code()), new Paragraph(reason.why()), new Paragraph(reason.help())));
    }

    private static Span code(String text) {
        var code = new Span(text);
        code.addClassName("code");
        return code;
    }
}
