package io.switchboard.operations.delivery.ui;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.switchboard.platform.documents.Watermark;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Asks how a copy is to differ from its document: nothing at first, then a watermark, the sections that it discloses, or both. */
public final class CopyFields extends Div {

    private static final long serialVersionUID = 1L;

    private final TextField watermark = new TextField("Watermark");
    private final CheckboxGroup<Part> sections = new CheckboxGroup<>("Sections to disclose");
    private List<Part> all = List.of();

    /** A section by its id and its title. */
    public record Part(String id, String title) {}

    public void askForWatermark() {
        watermark.setHelperText("On every page, such as for whom it is. Leave it empty for none.");
        watermark.setMaxLength(2 * Watermark.LONGEST); // of those that count twice; what counts is checked below
        watermark.setClearButtonVisible(true);
        watermark.setWidthFull();
        watermark.setValueChangeMode(ValueChangeMode.ON_BLUR);
        watermark.setManualValidation(true);
        add(watermark);
    }

    /** All are chosen at first. */
    public void askForSections(List<Part> parts) {
        all = List.copyOf(parts);
        sections.setItems(all);
        sections.setItemLabelGenerator(Part::title);
        sections.setValue(Set.copyOf(all));
        sections.setHelperText(
                "One that you clear is printed as withheld by you, with its title. Its place in the signed report stays provable.");
        sections.addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
        sections.setManualValidation(true);
        add(sections);
    }

    /** Says at the fields what is wrong; whether nothing is. */
    public boolean check() {
        var problem =
                watermark.getValue().isBlank() ? Optional.<String>empty() : Watermark.problem(watermark.getValue());
        watermark.setErrorMessage(problem.orElse(""));
        watermark.setInvalid(problem.isPresent());
        boolean none = !all.isEmpty() && sections.getValue().isEmpty();
        sections.setErrorMessage(none ? "Choose at least one." : "");
        sections.setInvalid(none);
        return problem.isEmpty() && !none;
    }

    public Optional<Watermark> watermark() {
        return Watermark.of(watermark.getValue());
    }

    /** The ids of the only sections to disclose; empty where all are. */
    public Optional<Set<String>> sections() {
        return sections.getValue().size() == all.size()
                ? Optional.empty()
                : Optional.of(sections.getValue().stream().map(Part::id).collect(Collectors.toSet()));
    }
}
