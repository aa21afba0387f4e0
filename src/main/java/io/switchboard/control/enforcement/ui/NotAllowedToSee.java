package io.switchboard.control.enforcement.ui;

import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import io.switchboard.control.policy.Decision;
import io.switchboard.platform.components.StateTag;
import java.util.Optional;

/** Stands where things would, for somebody who may not see them: which rule says so, and who can help. */
public final class NotAllowedToSee extends Section {

    private static final long serialVersionUID = 1L;

    /** {@code what} completes "Not allowed: see …". */
    public NotAllowedToSee(String what, Decision decision) {
        addClassName("refusal");
        getElement().setAttribute("role", "alert");
        add(new StateTag(StateTag.Tone.DANGER, "Not allowed"), new H2("Not allowed: see " + what));
        decision.reasons()
                .forEach(reason ->
                        add(new Code(reason.code()), new Paragraph(reason.why()), new Paragraph(reason.help())));
        add(new ReportFriction(new FrictionRaised.About(
                Optional.of(decision.request().action()),
                decision.reasonCodes().stream().findFirst(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty())));
    }
}
