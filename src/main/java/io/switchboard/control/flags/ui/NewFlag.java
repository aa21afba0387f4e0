package io.switchboard.control.flags.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.ui.Ending;
import io.switchboard.control.flags.Flag;
import io.switchboard.control.flags.FlagChanges;
import io.switchboard.control.flags.FlagDraft;
import io.switchboard.control.flags.FlagKey;
import io.switchboard.platform.identity.ui.TenantContext;
import java.util.Optional;

/** Asks for key, title, owner and default; what was typed stays until the flag exists. */
final class NewFlag extends Dialog {

    private static final long serialVersionUID = 1L;

    private final TextField key = new TextField("Key");
    private final Ending ending = new Ending();

    NewFlag(TenantContext context, FlagChanges changes, FlagOwners owners) {
        setHeaderTitle("New flag");
        key.setHelperText("As code asks for it, such as new-diff. It stays as it is.");
        key.setMaxLength(64);
        key.addClassName("flag-wide");
        var fields = new FlagFields(
                owners.field(context.tenant().id(), Optional.of(context.member().id())),
                new FlagDraft("", Optional.empty(), false));
        var form = new Div(ending, key, fields);
        form.addClassNames("flag-fields", "flag-dialog");
        add(form);
        var create = new Button("Create", click -> create(context, changes, fields));
        create.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button("Cancel", click -> close()), create);
    }

    private void create(TenantContext context, FlagChanges changes, FlagFields fields) {
        var wanted = key.getValue().strip();
        key.setInvalid(!FlagKey.isValid(wanted));
        key.setErrorMessage(FlagKey.SYNTAX + ", and is not evaluations, cohorts or new.");
        if (!key.isInvalid()) {
            ended(context, changes.create(context.caller(), new FlagKey(wanted), fields.draft()));
        }
    }

    private void ended(TenantContext context, Enforced<Flag> ended) {
        if (ended instanceof Enforced.Done<Flag> done) {
            close();
            UI.getCurrent().navigate(context.path("flags/" + done.value().key()));
        } else {
            ending.tell(context.slug(), "create the flag", ended);
        }
    }
}
