package io.switchboard.operations.administration.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.function.SerializableRunnable;

/** The last step's button; a second click cannot do it twice. */
final class ActivateButton extends Button {

    private static final long serialVersionUID = 1L;

    ActivateButton(SerializableRunnable activate) {
        super("Activate", click -> activate.run());
        addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        setDisableOnClick(true);
    }
}
