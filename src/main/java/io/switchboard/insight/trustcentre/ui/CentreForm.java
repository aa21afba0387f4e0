package io.switchboard.insight.trustcentre.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import io.switchboard.insight.trustcentre.CentreSettings;
import io.switchboard.insight.trustcentre.TrustCentre;
import io.switchboard.insight.trustcentre.TrustDocument;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** What a partner-admin writes. */
final class CentreForm extends Div {

    private static final long serialVersionUID = 1L;

    private final Checkbox open = new Checkbox("Open to strangers");
    private final TextArea welcome = new TextArea("Welcome");
    private final CheckboxGroup<TrustDocument> listed = new CheckboxGroup<>("Documents on request");
    private final TextArea terms = new TextArea("Terms");

    /** {@code unavailable} says of a document why there is none now. */
    CentreForm(
            CentreSettings settings,
            Function<TrustDocument, Optional<String>> unavailable,
            Consumer<CentreSettings.Draft> save) {
        addClassName("fields");
        open.setValue(settings.open());
        welcome.setValue(settings.welcome());
        welcome.setMaxLength(TrustCentre.LONGEST_WELCOME);
        welcome.setHelperText("The first that a stranger reads: who you are and what you show here.");
        listed.setItems(TrustDocument.values());
        listed.setItemLabelGenerator(document -> document.title()
                + unavailable.apply(document).map(why -> ". " + why).orElse(""));
        listed.setValue(settings.listed());
        listed.setHelperText("What is not chosen is hidden.");
        terms.setValue(settings.terms().text());
        terms.setMaxLength(TrustCentre.LONGEST_TERMS);
        terms.setMinHeight("10rem");
        terms.setHelperText(
                "Accepted by name before anything is handed out. Other words are a new version, which everybody accepts anew.");
        welcome.addClassName("wide");
        terms.addClassName("wide");
        var button = new Button(
                "Save",
                _ -> save.accept(new CentreSettings.Draft(
                        open.getValue(), welcome.getValue(), listed.getValue(), terms.getValue())));
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        add(open, welcome, listed, terms, button);
    }
}
