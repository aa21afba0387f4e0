package io.switchboard.control.flags.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.TextField;
import io.switchboard.control.flags.FlagChanges;
import io.switchboard.control.flags.Guardrail;
import io.switchboard.control.flags.GuardrailSignal;
import io.switchboard.control.flags.RampPlan;
import io.switchboard.control.flags.RampStep;
import io.switchboard.control.flags.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Asks for the steps of a new ramp, what watches them, and when it starts. */
final class RampForm extends Div {

    private static final long serialVersionUID = 1L;
    private static final int[] USUAL = {10, 25, 50, 100};
    private static final int LEAST = 20;

    private final Div rows = new Div();
    private final List<RampStepRow> steps = new ArrayList<>();
    private final transient Snapshot now;
    private final Select<GuardrailSignal> signal = new Select<>();
    private final NumberField bound = new NumberField("Roll back above");
    private final IntegerField least = new IntegerField("Judge from");
    private final DateTimePicker start = new DateTimePicker("Start, in UTC");
    private final TextField why = new TextField("Why");

    RampForm(Snapshot now, List<GuardrailSignal> signals, BiConsumer<RampPlan, String> started) {
        this.now = now;
        addClassName("flag-fields");
        rows.addClassName("ramp-rows");
        for (int percent : USUAL) {
            step(percent);
        }
        var more = new Button("Add a step", click -> step(100));
        more.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        guardrail(signals);
        start.setHelperText("Empty: at once.");
        start.addClassName("flag-wide");
        start.setStep(Duration.ofMinutes(15));
        start.setAutoOpen(false);
        why.setMaxLength(FlagChanges.LONGEST_REASON);
        why.addClassName("flag-wide");
        var go = new Button("Start the ramp", click -> start(started));
        go.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        add(
                new Paragraph(
                        "Each step switches the flag on for more tenants and is then held. The rules go back to what they are now if the guardrail is broken."),
                rows,
                more,
                signal,
                bounds(),
                start,
                why,
                go);
    }

    private void step(int percent) {
        var row = new RampStepRow(now, percent);
        row.onRemoved(() -> {
            if (steps.size() > 1) {
                steps.remove(row);
                rows.remove(row);
                number();
            }
        });
        steps.add(row);
        rows.add(row);
        number();
    }

    private void number() {
        for (int i = 0; i < steps.size(); i++) {
            steps.get(i).number(i + 1);
        }
    }

    private void guardrail(List<GuardrailSignal> signals) {
        signal.setLabel("Guardrail");
        signal.setItems(signals);
        signal.setItemLabelGenerator(one -> one == null ? "without guardrail" : one.title());
        signal.setEmptySelectionAllowed(true);
        signal.setEmptySelectionCaption("without guardrail");
        signal.addClassName("flag-wide");
        signal.addValueChangeListener(changed -> fit());
        signals.stream().findFirst().ifPresent(signal::setValue);
    }

    private Div bounds() {
        bound.setValue(5.0);
        bound.setMin(0);
        least.setValue(LEAST);
        least.setMin(0);
        var row = new Div(bound, least);
        row.addClassNames("flag-row", "flag-form");
        fit();
        return row;
    }

    private void fit() {
        bound.setVisible(!signal.isEmpty());
        least.setVisible(!signal.isEmpty());
        least.setHelperText(signal.getOptionalValue()
                .map(one -> one.counted() + "; fewer are no data")
                .orElse(""));
    }

    private void start(BiConsumer<RampPlan, String> started) {
        var wanted = new ArrayList<RampStep>();
        steps.forEach(row -> row.step().ifPresent(wanted::add));
        bound.setInvalid(!signal.isEmpty() && bound.isEmpty());
        bound.setErrorMessage("A number.");
        least.setInvalid(!signal.isEmpty() && least.isEmpty());
        least.setErrorMessage("A whole number.");
        if (wanted.size() == steps.size() && !bound.isInvalid() && !least.isInvalid()) {
            started.accept(new RampPlan(wanted, watched(), at()), why.getValue());
        }
    }

    private Optional<Guardrail> watched() {
        return signal.getOptionalValue().map(one -> new Guardrail(one.name(), bound.getValue(), least.getValue()));
    }

    private Optional<Instant> at() {
        return start.getOptionalValue().map(time -> time.toInstant(ZoneOffset.UTC));
    }
}
