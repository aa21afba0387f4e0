package io.switchboard.control.enforcement.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;

/** Says that this refusal hurts. There only where somebody takes it. */
final class ReportFriction extends Button {

    private static final long serialVersionUID = 1L;

    ReportFriction(FrictionRaised.About about) {
        super("Report friction", click -> raise(about));
        addThemeVariants(ButtonVariant.LUMO_SMALL);
    }

    private static void raise(FrictionRaised.About about) {
        var ui = UI.getCurrent();
        ComponentUtil.fireEvent(ui, new FrictionRaised(ui, about));
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        var ui = attached.getUI();
        ui.beforeClientResponse(this, answer -> setVisible(ComponentUtil.hasEventListener(ui, FrictionRaised.class)));
    }
}
