package io.switchboard.operations.incidents.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.ui.Refusal;
import io.switchboard.operations.incidents.Incident;
import io.switchboard.operations.incidents.IncidentChanges;
import io.switchboard.operations.incidents.Severity;
import io.switchboard.platform.identity.ui.TenantContext;
import java.util.Optional;

/** Puts an incident on record and goes to its page. */
final class OpenIncident extends Dialog {

    private static final long serialVersionUID = 1L;

    private final transient TenantContext context;
    private final transient IncidentChanges changes;
    private final TextField title = new TextField("What is wrong");
    private final Select<Severity> severity = new Select<>();
    private final TextField service = new TextField("Service");
    private final TextArea note = new TextArea("Note");
    private final Div answer = new Div();
    private final Button open = new Button("Open it", click -> save());

    OpenIncident(TenantContext context, IncidentChanges changes) {
        this.context = context;
        this.changes = changes;
        setHeaderTitle("Open an incident");
        title.setRequiredIndicatorVisible(true);
        title.setMaxLength(IncidentChanges.LONGEST_TITLE);
        title.setAutofocus(true);
        severity.setLabel("Severity");
        severity.setItems(Severity.values());
        severity.setItemLabelGenerator(each -> each.level() + " " + each.word());
        service.setMaxLength(200);
        note.setMaxLength(IncidentChanges.LONGEST_NOTE);
        answer.getElement().setAttribute("aria-live", "polite");
        var fields = new Div(title, severity, service, note, answer);
        fields.addClassName("incident-fields");
        add(fields);
        open.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        open.setDisableOnClick(true);
        getFooter().add(new Button("Leave it", click -> close()), open);
    }

    private void save() {
        var ended = changes.open(
                context.caller(),
                new IncidentChanges.Opening(
                        title.getValue(),
                        Optional.ofNullable(severity.getValue()),
                        Optional.of(service.getValue().strip()).filter(text -> !text.isEmpty()),
                        note.getValue(),
                        Optional.empty()));
        answer.removeAll();
        open.setEnabled(true);
        if (ended instanceof Enforced.Done<Incident> done) {
            close();
            UI.getCurrent()
                    .navigate(
                            IncidentView.class,
                            context.parameters("incident", done.value().id().value()));
        } else {
            answer.add(Refusal.of(context.slug(), "open an incident", ended));
        }
    }
}
