package io.switchboard.insight.reliability.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import io.switchboard.insight.reliability.Objective;
import java.math.BigDecimal;
import java.util.Locale;

/** Another target, another window. What is no target is said by the service. */
final class ObjectiveForm extends Div {

    private static final long serialVersionUID = 1L;

    /** Told what was asked for. */
    @FunctionalInterface
    interface Wanted {
        void set(BigDecimal percent, int days);
    }

    ObjectiveForm(Objective objective, Wanted wanted) {
        addClassNames("fields");
        var target = new BigDecimalField("Target in percent");
        target.setLocale(Locale.ENGLISH);
        target.setValue(objective.target().percent());
        target.setHelperText("From 50 to 99.999.");
        var window = new Select<Integer>();
        window.setLabel("Window");
        window.setItems(Objective.WINDOWS);
        window.setItemLabelGenerator(days -> days + " days");
        window.setValue(objective.days());
        var set = new Button("Set the objective", _ -> {
            target.setInvalid(target.getValue() == null);
            target.setErrorMessage("A percentage, such as 99.9.");
            if (!target.isInvalid()) {
                wanted.set(target.getValue(), window.getValue());
            }
        });
        set.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        set.setAriaLabel("Set the objective of " + objective.indicator().title());
        var line = new Div(target, window);
        line.addClassName("line");
        add(line, set);
    }
}
