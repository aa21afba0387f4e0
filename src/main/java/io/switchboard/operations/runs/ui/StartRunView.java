package io.switchboard.operations.runs.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.ui.NotAllowedToSee;
import io.switchboard.control.enforcement.ui.Refusal;
import io.switchboard.operations.runbooks.Runbook;
import io.switchboard.operations.runbooks.RunbookDesk;
import io.switchboard.operations.runbooks.RunbookId;
import io.switchboard.operations.runbooks.dialect.RunbookSteps;
import io.switchboard.operations.runbooks.dialect.RunbookText;
import io.switchboard.operations.runs.Run;
import io.switchboard.operations.runs.RunDesk;
import io.switchboard.operations.runs.RunInputs;
import io.switchboard.platform.components.AddressValues;
import io.switchboard.platform.components.PageHeader;
import io.switchboard.platform.identity.ui.TenantContext;
import io.switchboard.platform.identity.ui.TenantContexts;
import io.switchboard.platform.identity.ui.TenantView;
import jakarta.annotation.security.PermitAll;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Before a runbook is run ({@code ?runbook=…}): what it asks for, and which steps follow. */
@Route(":tenant/runs/new")
@PageTitle("Run a runbook · Switchboard")
@StyleSheet("context://themes/base/runs.css")
@PermitAll
class StartRunView extends TenantView {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 2_000;

    private final transient RunDesk desk;
    private final transient RunbookDesk runbooks;
    private final Map<String, HasValue<?, String>> fields = new LinkedHashMap<>();
    private final Div answer = new Div();

    StartRunView(TenantContexts contexts, RunDesk desk, RunbookDesk runbooks) {
        super(contexts);
        this.desk = desk;
        this.runbooks = runbooks;
    }

    @Override
    protected void show(TenantContext context, BeforeEnterEvent event) {
        var against = desk.againstViewing(context.caller());
        if (against.isPresent()) {
            add(new NotAllowedToSee("runs", against.get()));
            return;
        }
        AddressValues.of(event.getLocation().getQueryParameters())
                .text("runbook")
                .filter(RunbookId::isValid)
                .flatMap(id -> runbooks.find(context.caller(), new RunbookId(id)))
                .ifPresentOrElse(
                        runbook -> show(context, runbook), () -> event.rerouteToError(NotFoundException.class));
    }

    private void show(TenantContext context, Runbook runbook) {
        fields.clear();
        var definition = RunbookText.read(
                runbooks.versions(context.caller(), runbook.id()).getFirst().definition());
        var run = new Button("Run", click -> run(context, runbook));
        run.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        add(
                new PageHeader(
                        "Run “" + runbook.title() + "”",
                        "Version " + runbook.version()
                                + ". It runs step by step in the background and waits where somebody is needed.",
                        run),
                answer,
                card("What it asks for", inputs(RunInputs.of(definition))),
                card("What it does", steps(RunbookSteps.of(definition))));
    }

    private Component inputs(RunInputs inputs) {
        var form = new Div();
        form.addClassName("run-inputs");
        inputs.all().forEach(input -> form.add(field(input)));
        if (inputs.all().isEmpty()) {
            form.add(new Paragraph("Nothing. It can be run as it is."));
        }
        return form;
    }

    private Component field(RunInputs.Asked input) {
        if (input.options().isEmpty() && !input.type().equals("boolean")) {
            var field = new TextField(input.name());
            field.setHelperText(input.description());
            field.setRequiredIndicatorVisible(input.required());
            field.setMaxLength(LONGEST);
            field.setValue(input.byDefault().orElse(""));
            fields.put(input.name(), field);
            return field;
        }
        var field = new Select<String>();
        field.setLabel(input.name());
        field.setHelperText(RunWords.helpForChoice(input.required(), input.description()));
        field.setItems(input.options().isEmpty() ? List.of("true", "false") : input.options());
        input.byDefault().ifPresent(field::setValue);
        fields.put(input.name(), field);
        return field;
    }

    private static Component steps(List<RunbookSteps.Step> steps) {
        var list = new OrderedList();
        steps.forEach(step -> list.add(new ListItem(
                new Span(step.text("title").orElse(step.id())),
                RunWords.styled("label", step.type().wire()))));
        list.addClassName("run-plan");
        return list;
    }

    private void run(TenantContext context, Runbook runbook) {
        answer.removeAll();
        var inputs = new LinkedHashMap<String, String>();
        fields.forEach((name, field) -> {
            if (field.getValue() != null && !field.getValue().isBlank()) {
                inputs.put(name, field.getValue().strip());
            }
        });
        desk.startRunbook(context.caller(), runbook.id().value(), inputs).ifPresent(ended -> {
            if (ended instanceof Enforced.Done<Run> done) {
                getUI().ifPresent(ui -> ui.navigate(
                        RunView.class,
                        context.parameters("run", done.value().id().value())));
            } else {
                answer.add(Refusal.of(context.slug(), "run this runbook", ended));
            }
        });
    }

    private static Section card(String title, Component content) {
        var section = new Section(new H2(title), content);
        section.addClassName("card");
        return section;
    }
}
