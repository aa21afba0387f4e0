package io.switchboard.operations.administration.ui;

import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.binder.Binder;
import com.vaadin.flow.data.binder.ValidationResult;
import com.vaadin.flow.data.validator.IntegerRangeValidator;
import com.vaadin.flow.data.validator.RegexpValidator;
import com.vaadin.flow.data.validator.StringLengthValidator;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.switchboard.operations.administration.AccentContrast;
import io.switchboard.platform.tenancy.TenantSettings;
import java.util.Optional;

/** The fields of a tenant's settings, each with its error beside it. The colour can be picked or typed, and shows as a button would. */
final class SettingsForm extends FormLayout {

    private static final long serialVersionUID = 1L;
    private static final String COLOUR = "#[0-9a-fA-F]{6}";

    private final TextField name = new TextField("Name");
    private final TextField accent = new TextField("Accent colour");
    private final Input picker = new Input();
    private final Div preview = new Div("Your buttons look like this");
    private final EmailField contact = new EmailField("Contact address");
    private final IntegerField retention = new IntegerField("Keep records for, in days");
    private final Binder<Draft> binder = new Binder<>();
    private final Draft draft = new Draft();

    SettingsForm(TenantSettings settings) {
        addClassName("settings-form");
        setResponsiveSteps(new ResponsiveStep("0", 1), new ResponsiveStep("40rem", 2));
        explain();
        bind();
        linkPicker();
        draft.name = settings.name();
        draft.accent = settings.accent();
        draft.contact = settings.contact().orElse("");
        draft.retentionDays = settings.retentionDays();
        binder.setBean(draft);
        add(name, contact, colour(), retention);
    }

    /** What is in the fields, where all of it is right; else the errors show. */
    Optional<TenantSettings> settings() {
        return binder.validate().isOk()
                ? Optional.of(new TenantSettings(
                        draft.name.strip(),
                        draft.accent,
                        Optional.of(draft.contact.strip()).filter(text -> !text.isEmpty()),
                        draft.retentionDays))
                : Optional.empty();
    }

    void readOnly() {
        binder.setReadOnly(true);
        picker.setEnabled(false);
    }

    private void explain() {
        name.setHelperText("As people see it, on every page and document.");
        accent.setHelperText("As #rrggbb; it has to be dark enough to read.");
        contact.setHelperText("Whom to write to when something about this tenant needs a person. May be empty.");
        retention.setHelperText("From 30 to 3650 days. What is older is purged; the page Retention says what exactly.");
        retention.setStepButtonsVisible(true);
        contact.setI18n(
                new EmailField.EmailFieldI18n().setPatternErrorMessage("Write the address as name@domain.example."));
        retention.setI18n(new IntegerField.IntegerFieldI18n().setBadInputErrorMessage("Enter a whole number of days."));
        picker.setType("color");
        picker.getElement().setAttribute("aria-label", "Pick the accent colour");
    }

    private void bind() {
        binder.forField(name)
                .asRequired("Enter a name.")
                .withValidator(new StringLengthValidator("The name has 1 to 200 characters.", 1, 200))
                .bind(bean -> bean.name, (bean, value) -> bean.name = value);
        binder.forField(accent)
                .asRequired("Enter a colour.")
                .withValidator(new RegexpValidator("Write the colour as #rrggbb, for example #1f5eff.", COLOUR))
                .withValidator((value, context) -> AccentContrast.problem(value)
                        .map(ValidationResult::error)
                        .orElse(ValidationResult.ok()))
                .bind(bean -> bean.accent, (bean, value) -> bean.accent = value);
        binder.forField(contact)
                .withValidator(new StringLengthValidator("The address has at most 254 characters.", 0, 254))
                .bind(bean -> bean.contact, (bean, value) -> bean.contact = value);
        binder.forField(retention)
                .asRequired("Enter a number of days.")
                .withValidator(new IntegerRangeValidator("Enter 30 to 3650 days.", 30, 3650))
                .bind(bean -> bean.retentionDays, (bean, value) -> bean.retentionDays = value);
    }

    private Div colour() {
        preview.addClassName("settings-preview");
        var both = new Div(accent, picker, preview);
        both.addClassName("settings-colour");
        return both;
    }

    private void linkPicker() {
        picker.setValueChangeMode(ValueChangeMode.ON_CHANGE);
        picker.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                accent.setValue(change.getValue());
            }
        });
        accent.addValueChangeListener(change -> {
            if (change.getValue().matches(COLOUR)) {
                picker.setValue(change.getValue());
                preview(change.getValue());
            }
        });
    }

    /** Only of a colour that can be read; of another the error says why not. */
    private void preview(String colour) {
        preview.setVisible(AccentContrast.problem(colour).isEmpty());
        preview.getStyle().setBackgroundColor(colour);
    }

    /** What the fields are bound to. */
    private static final class Draft {
        private String name = "";
        private String accent = "";
        private String contact = "";
        private int retentionDays;
    }
}
