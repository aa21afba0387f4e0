package io.switchboard.operations.administration.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.textfield.TextFieldBase;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializableFunction;
import io.switchboard.operations.administration.ProviderCredentials;
import io.switchboard.platform.components.Facts;
import io.switchboard.platform.identity.discovery.Discovered;
import io.switchboard.platform.identity.discovery.ProviderMetadata;
import java.util.Locale;
import java.util.stream.Stream;

/** Issuer, client id and secret. The issuer can be looked up before anything is kept; what is wrong with it shows at its field. */
final class ProviderForm extends Div {

    private static final long serialVersionUID = 1L;

    private final TextField issuer = new TextField("Issuer");
    private final TextField clientId = new TextField("Client id");
    private final PasswordField secret = new PasswordField("Client secret");
    private final Div found = new Div();
    private final SerializableFunction<String, Discovered> discover;

    ProviderForm(SerializableFunction<String, Discovered> discover, SerializableConsumer<ProviderCredentials> connect) {
        this.discover = discover;
        addClassName("provider-form");
        explain();
        var lookUp = new Button("Look it up", click -> lookUp());
        var keep = new Button("Connect", click -> keep(connect));
        keep.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Stream.of(lookUp, keep).forEach(button -> {
            button.setDisableOnClick(true);
            button.addClickListener(click -> button.setEnabled(true));
        });
        var buttons = new Div(lookUp, keep);
        buttons.addClassName("buttons");
        add(issuer, clientId, secret, found, buttons);
    }

    private void explain() {
        issuer.setHelperText(
                "As your provider writes it, for example https://login.example.com. Nothing is kept by looking it up.");
        issuer.setRequiredIndicatorVisible(true);
        issuer.setMaxLength(500);
        clientId.setRequiredIndicatorVisible(true);
        clientId.setMaxLength(200);
        secret.setRequiredIndicatorVisible(true);
        secret.setMaxLength(500);
        secret.setRevealButtonVisible(false); // who pastes a secret need not show it to the room
        secret.setHelperText("Kept encrypted and never shown again.");
        secret.getElement().setAttribute("autocomplete", "new-password");
        found.getElement().setAttribute("aria-live", "polite");
    }

    private void lookUp() {
        found.removeAll();
        if (complete(Stream.of(issuer))) {
            switch (discover.apply(issuer.getValue().strip())) {
                case Discovered.Provider provider -> found.add(endpoints(provider.metadata()));
                case Discovered.Problem problem -> invalid(issuer, problem.sentence());
            }
        }
    }

    private void keep(SerializableConsumer<ProviderCredentials> connect) {
        if (complete(Stream.of(issuer, clientId, secret))) {
            connect.accept(new ProviderCredentials(
                    issuer.getValue().strip(), clientId.getValue().strip(), secret.getValue()));
        }
    }

    /** All problems at once, each at its field. */
    private static boolean complete(Stream<TextFieldBase<?, String>> fields) {
        return fields.filter(field -> !complete(field)).count() == 0;
    }

    private static boolean complete(TextFieldBase<?, String> field) {
        boolean empty = field.getValue().isBlank();
        field.setInvalid(empty);
        if (empty) {
            invalid(field, "Enter the " + field.getLabel().toLowerCase(Locale.ROOT) + ".");
        }
        return !empty;
    }

    private static void invalid(TextFieldBase<?, String> field, String sentence) {
        field.setManualValidation(true);
        field.setErrorMessage(sentence);
        field.setInvalid(true);
    }

    private static Component endpoints(ProviderMetadata provider) {
        return new Facts()
                .with("Found", provider.issuer())
                .with("Sign-in at", provider.authorizationUri())
                .with("Tokens from", provider.tokenUri())
                .with("Keys from", provider.jwksUri())
                .with(
                        "Sign-out at",
                        provider.endSessionUri().orElse("not offered: signing out ends only the portal's session"));
    }
}
