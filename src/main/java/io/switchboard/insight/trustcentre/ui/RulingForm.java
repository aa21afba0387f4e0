package io.switchboard.insight.trustcentre.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import io.switchboard.insight.trustcentre.AccessRequest;
import io.switchboard.insight.trustcentre.AccessRequests;
import io.switchboard.insight.trustcentre.AccessRequests.Answer;
import io.switchboard.insight.trustcentre.AccessRequests.Ruling;
import io.switchboard.insight.trustcentre.DocumentSection;
import io.switchboard.insight.trustcentre.TrustDocument;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Yes or no about each document, and for how long. Nothing is chosen beforehand: whoever decides has decided. */
final class RulingForm extends Div {

    private static final long serialVersionUID = 1L;
    private static final String YES = "Approve";
    private static final String NO = "Refuse";
    private static final int USUAL_DAYS = 14;

    private final transient AccessRequest request;
    private final transient Map<TrustDocument, Choice> choices = new EnumMap<>(TrustDocument.class);
    private final Checkbox watermark = new Checkbox("Copies carry a watermark");
    private final IntegerField days = new IntegerField("Days of the grant");

    /** The fields of one document. */
    private record Choice(RadioButtonGroup<String> verdict, TextField reason, CheckboxGroup<DocumentSection> withheld) {

        static Choice about(TrustDocument document, List<DocumentSection> sections) {
            var verdict = new RadioButtonGroup<String>(document.title());
            verdict.setItems(YES, NO);
            var reason = new TextField("Reason, which the requester reads");
            reason.setMaxLength(AccessRequests.LONGEST_REASON);
            reason.addClassName("wide");
            reason.setAriaLabel("Reason about the " + document.title());
            var withheld = new CheckboxGroup<DocumentSection>("Sections to withhold from the " + document.title());
            withheld.setItems(sections);
            withheld.setItemLabelGenerator(DocumentSection::title);
            withheld.setHelperText(
                    "Each is printed as withheld by you, with its title. Its place in the signed report stays provable.");
            withheld.addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
            withheld.setVisible(!sections.isEmpty());
            return new Choice(verdict, reason, withheld);
        }

        boolean isMade() {
            var chosen = verdict.getValue();
            verdict.setInvalid(chosen == null);
            verdict.setErrorMessage("Approve or refuse.");
            reason.setInvalid(NO.equals(chosen) && reason.getValue().isBlank());
            reason.setErrorMessage("Say why: the requester reads it.");
            return !verdict.isInvalid() && !reason.isInvalid();
        }

        Answer answer() {
            return new Answer(
                    YES.equals(verdict.getValue()),
                    reason.getValue(),
                    withheld.getValue().stream().map(DocumentSection::id).collect(Collectors.toSet()));
        }
    }

    /** {@code sections} are those that a document has now. */
    RulingForm(AccessRequest request, Function<TrustDocument, List<DocumentSection>> sections, Consumer<Ruling> ruled) {
        this.request = request;
        addClassName("fields");
        request.documents().forEach(it -> {
            var choice = Choice.about(it.document(), sections.apply(it.document()));
            choices.put(it.document(), choice);
            add(choice.verdict(), choice.withheld(), choice.reason());
        });
        days.setValue(USUAL_DAYS);
        days.setMin(1);
        days.setMax(AccessRequests.MOST_DAYS);
        days.setStepButtonsVisible(true);
        days.setHelperText("From now on; 1 to " + AccessRequests.MOST_DAYS + ".");
        var button = new Button("Decide", _ -> ruling().ifPresent(ruled));
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        watermark.setValue(request.wantsWatermark());
        watermark.setEnabled(!request.wantsWatermark());
        watermark.setHelperText(
                request.wantsWatermark()
                        ? "The requester asked for it."
                        : "Every page then says for which company and request the copy is.");
        add(watermark, days, button);
    }

    private Optional<Ruling> ruling() {
        boolean made = choices.values().stream().map(Choice::isMade).reduce(true, Boolean::logicalAnd);
        days.setInvalid(days.getValue() == null);
        days.setErrorMessage("1 to " + AccessRequests.MOST_DAYS);
        return made && !days.isInvalid() ? Optional.of(made()) : Optional.empty();
    }

    private Ruling made() {
        var answers = choices.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, each -> each.getValue().answer()));
        return new Ruling(request.version(), answers, days.getValue(), watermark.getValue());
    }
}
