package io.switchboard.operations.incidents.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.ui.Refusal;
import io.switchboard.operations.incidents.Incident;
import io.switchboard.operations.incidents.IncidentChanges;
import io.switchboard.operations.incidents.IncidentStatus;
import io.switchboard.platform.identity.ui.TenantContext;
import java.util.Optional;

/** Says how an incident stands from now on, or adds a note to its timeline. Whoever changed it meanwhile is not overwritten. */
final class NextStatus extends Section {

    private static final long serialVersionUID = 1L;

    private final transient TenantContext context;
    private final transient IncidentChanges changes;
    private final transient Incident incident;
    private final Select<IncidentStatus> status = new Select<>();
    private final TextArea note = new TextArea("Note");
    private final Div answer = new Div();

    NextStatus(TenantContext context, IncidentChanges changes, Incident incident) {
        this.context = context;
        this.changes = changes;
        this.incident = incident;
        addClassNames("card", "incident-next");
        status.setLabel("Status");
        status.setItems(IncidentStatus.values());
        status.setItemLabelGenerator(IncidentStatus::wire);
        status.setValue(incident.status());
        note.setMaxLength(IncidentChanges.LONGEST_NOTE);
        note.setHelperText("Kept in the timeline, and with the receipt.");
        var save = new Button("Say so", click -> save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.setDisableOnClick(true);
        answer.getElement().setAttribute("aria-live", "polite");
        add(new H2("Say how it stands"), status, note, answer, save);
    }

    private void save() {
        changes.move(
                        context.caller(),
                        incident.id(),
                        status.getValue(),
                        note.getValue(),
                        Optional.of(incident.version()),
                        Optional.empty())
                .ifPresent(this::ended);
    }

    /** The page as it is after the change: its own address again. */
    private void ended(Enforced<Incident> ended) {
        if (ended instanceof Enforced.Done) {
            UI.getCurrent().refreshCurrentRoute(false);
            return;
        }
        answer.removeAll();
        answer.add(Refusal.of(context.slug(), "change this incident", ended));
        getChildren().filter(Button.class::isInstance).map(Button.class::cast).forEach(save -> save.setEnabled(true));
    }
}
