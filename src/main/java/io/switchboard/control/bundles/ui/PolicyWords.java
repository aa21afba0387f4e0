package io.switchboard.control.bundles.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import io.switchboard.control.policy.VersionState;
import io.switchboard.platform.components.StateTag;
import io.switchboard.platform.components.StateTag.Tone;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;

/** How versions read. */
final class PolicyWords {

    private PolicyWords() {}

    static StateTag state(VersionState state) {
        return switch (state) {
            case PROPOSED -> new StateTag(Tone.INFO, "proposed");
            case SHADOW -> new StateTag(Tone.WARNING, "in shadow");
            case ACTIVE -> new StateTag(Tone.SUCCESS, "in force");
            case SUPERSEDED -> new StateTag(Tone.NEUTRAL, "superseded");
            case WITHDRAWN -> new StateTag(Tone.NEUTRAL, "withdrawn");
        };
    }

    static StateTag outcome(String outcome) {
        return switch (outcome) {
            case "allowed" -> new StateTag(Tone.SUCCESS, outcome);
            case "denied" -> new StateTag(Tone.DANGER, outcome);
            default -> new StateTag(Tone.WARNING, outcome);
        };
    }

    static String number(long number) {
        return NumberFormat.getIntegerInstance(Locale.ENGLISH).format(number);
    }

    static String decisions(long number) {
        return number(number) + (number == 1 ? " decision" : " decisions");
    }

    static Span code(String text) {
        var code = new Span(text);
        code.addClassNames("code", "policy-code");
        return code;
    }

    static Component ids(List<String> ids, String none) {
        return ids.isEmpty() ? new Span(none) : code(String.join(", ", ids));
    }

    static Section card(String title, Component... parts) {
        var card = new Section(new H2(title));
        card.addClassNames("card", "policy-card");
        card.add(parts);
        return card;
    }
}
