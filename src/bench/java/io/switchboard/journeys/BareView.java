package io.switchboard.journeys;

import com.vaadin.flow.component.html.H1;
import jakarta.annotation.security.PermitAll;

/** The peer of the heaviest dashboard for memory and bytes: one heading, without the frame of the portal. It has no route of its own; the benchmark gives it one. */
@PermitAll
final class BareView extends H1 {

    static final String HEADING = "A bare view";

    private static final long serialVersionUID = 1L;

    BareView() {
        super(HEADING);
    }
}
