package io.switchboard.insight.roadmap.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.switchboard.insight.roadmap.Figures;
import io.switchboard.insight.roadmap.Item;
import io.switchboard.insight.roadmap.MetricTarget;
import io.switchboard.insight.roadmap.RoadmapChanges;
import io.switchboard.insight.roadmap.Spec;
import io.switchboard.platform.components.DateField;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A spec to write. A target that is begun has to be completed before anything is saved. */
final class SpecFields extends Div {

    private static final long serialVersionUID = 1L;

    private final TextField title = new TextField("Title");
    private final Select<Figures.Figure> figure = new Select<>();
    private final BigDecimalField baseline = new BigDecimalField("Baseline");
    private final BigDecimalField target = new BigDecimalField("Target");
    private final DateField by = new DateField("By");
    private final TextArea actions =
            area("Governed actions", "One on a line, such as imports.commit; new:module.verb for one that it brings.");
    private final TextArea policyPlan = area("Policy plan", "Which rule changes for whom, or why none does.");
    private final TextArea tests = area("Test plan", "One test on a line.");
    private final TextField flag = new TextField("Flag");
    private final TextArea signal = area("What is watched once it is on", "A figure or alarm, and who looks.");
    private final TextArea wayBack = area("How it is undone", "");
    private final TextArea acceptance = area("Acceptance tests", "One on a line: Given … when … then …");

    SpecFields(Item item) {
        addClassName("fields");
        title.setMaxLength(RoadmapChanges.LONGEST_TITLE);
        title.addClassName("wide");
        var figures = Figures.of(item.evidence()).all();
        figure.setLabel("Figure");
        figure.setItems(figures);
        figure.setItemLabelGenerator(one -> one == null ? "none yet" : one.title());
        figure.setEmptySelectionAllowed(true);
        figure.setEmptySelectionCaption("none yet");
        figure.addClassName("wide");
        by.setLocale(Locale.UK);
        flag.setHelperText("It ships behind this flag, such as new-diff.");
        fill(item, figures);
        var numbers = new Div(baseline, target, by);
        numbers.addClassName("line");
        add(title, figure, numbers, actions, policyPlan, tests, flag, signal, wayBack, acceptance);
    }

    private static TextArea area(String label, String help) {
        var area = new TextArea(label);
        area.setHelperText(help);
        area.addClassName("wide");
        return area;
    }

    private void fill(Item item, List<Figures.Figure> figures) {
        var spec = item.spec();
        title.setValue(item.title());
        spec.target().ifPresent(is -> {
            figures.stream()
                    .filter(one -> one.id().equals(is.figure()))
                    .findFirst()
                    .ifPresent(figure::setValue);
            baseline.setValue(is.baseline());
            target.setValue(is.target());
            by.setValue(is.by());
        });
        actions.setValue(String.join("\n", spec.actions()));
        policyPlan.setValue(spec.policyPlan());
        tests.setValue(String.join("\n", spec.tests()));
        flag.setValue(spec.flag());
        signal.setValue(spec.signal());
        wayBack.setValue(spec.wayBack());
        acceptance.setValue(String.join("\n", spec.acceptance()));
    }

    String title() {
        return title.getValue();
    }

    /** Empty while a target is begun and not complete; the fields then say so. */
    Optional<Spec> spec() {
        boolean begun = figure.getValue() != null
                || baseline.getValue() != null
                || target.getValue() != null
                || by.getValue() != null;
        return isComplete(begun) ? Optional.of(spec(begun ? target() : Optional.empty())) : Optional.empty();
    }

    private boolean isComplete(boolean begun) {
        figure.setInvalid(begun && figure.getValue() == null);
        figure.setErrorMessage("Choose a figure, or clear the target.");
        baseline.setInvalid(begun && baseline.getValue() == null);
        baseline.setErrorMessage("A number.");
        target.setInvalid(begun && target.getValue() == null);
        target.setErrorMessage("A number.");
        by.setInvalid(begun && by.getValue() == null);
        by.setErrorMessage("A day.");
        return !figure.isInvalid() && !baseline.isInvalid() && !target.isInvalid() && !by.isInvalid();
    }

    private Optional<MetricTarget> target() {
        return Optional.of(
                new MetricTarget(figure.getValue().id(), baseline.getValue(), target.getValue(), by.getValue()));
    }

    private Spec spec(Optional<MetricTarget> wanted) {
        return new Spec(
                wanted,
                lines(actions),
                policyPlan.getValue().strip(),
                lines(tests),
                flag.getValue().strip(),
                signal.getValue().strip(),
                wayBack.getValue().strip(),
                lines(acceptance));
    }

    private static List<String> lines(TextArea area) {
        return Arrays.stream(area.getValue().split("\\R"))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
