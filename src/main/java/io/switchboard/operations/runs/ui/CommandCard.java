package io.switchboard.operations.runs.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.ui.Refusal;
import io.switchboard.operations.runs.Command;
import io.switchboard.operations.runs.Run;
import io.switchboard.operations.runs.RunDesk;
import io.switchboard.platform.components.Facts;
import io.switchboard.platform.identity.ui.TenantContext;
import java.util.LinkedHashMap;
import java.util.Map;

/** One command: what it does, what it can change at most, its inputs, and the button that runs it. */
final class CommandCard extends Section {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 2_000;

    private final transient TenantContext context;
    private final transient RunDesk desk;
    private final transient Command command;
    private final Map<String, HasValue<?, String>> fields = new LinkedHashMap<>();
    private final Div answer = new Div();

    CommandCard(TenantContext context, RunDesk desk, Command command) {
        this.context = context;
        this.desk = desk;
        this.command = command;
        addClassName("card");
        var run = new Button("Run", click -> run());
        run.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        run.setAriaLabel("Run: " + command.title());
        add(
                new H2(command.title()),
                new Paragraph(command.sentence()),
                new Facts()
                        .with("In runbooks", RunWords.styled("code", command.id()))
                        .with("Can change", command.blastRadius())
                        .with(
                                "Cut off in the middle",
                                command.isIdempotent()
                                        ? "it is done again by itself"
                                        : "it asks, and is not repeated by itself"));
        command.inputs().forEach(input -> add(field(input)));
        add(answer, run);
    }

    private Component field(Command.Input input) {
        return input.choices().isEmpty() ? text(input) : choice(input);
    }

    private Component text(Command.Input input) {
        var field = new TextField(input.label());
        field.setRequiredIndicatorVisible(input.required());
        field.setMaxLength(LONGEST);
        field.addClassName("command-field");
        fields.put(input.name(), field);
        return field;
    }

    private Component choice(Command.Input input) {
        var field = new Select<String>();
        field.setLabel(input.label());
        field.setItems(input.choices());
        field.setHelperText(RunWords.helpForChoice(input.required(), ""));
        field.addClassName("command-field");
        fields.put(input.name(), field);
        return field;
    }

    private void run() {
        answer.removeAll();
        var inputs = new LinkedHashMap<String, String>();
        fields.forEach((name, field) -> {
            if (field.getValue() != null && !field.getValue().isBlank()) {
                inputs.put(name, field.getValue().strip());
            }
        });
        switch (desk.startCommand(context.caller(), command.id(), inputs)) {
            case Enforced.Done<Run> done ->
                getUI().ifPresent(ui -> ui.navigate(
                        RunView.class,
                        context.parameters("run", done.value().id().value())));
            case Enforced<Run> ended -> answer.add(Refusal.of(context.slug(), "run this command", ended));
        }
    }
}
