package io.switchboard.operations.ledger.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.switchboard.operations.ledger.Decided;
import io.switchboard.operations.ledger.NewEntry;
import io.switchboard.platform.components.DateField;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** What somebody puts on record. Ninety days unless they say otherwise. */
final class EntryForm extends Div {

    private static final long serialVersionUID = 1L;
    private static final int USUAL_DAYS = 90;

    private final Select<Decided> decided = new Select<>();
    private final TextField title = new TextField("What was decided");
    private final TextArea rationale = new TextArea("Why");
    private final TextField about = new TextField("About");
    private final IntegerField signatures = new IntegerField("Signatures needed");
    private final DateField until = new DateField("Counts until");

    EntryForm(Clock clock, Consumer<NewEntry> recorded) {
        addClassName("fields");
        decided.setLabel("Kind");
        decided.setItems(Decided.values());
        decided.setItemLabelGenerator(Decided::wire);
        decided.setValue(Decided.EXCEPTION);
        title.setMaxLength(NewEntry.LONGEST_TITLE);
        title.addClassName("wide");
        rationale.setMaxLength(NewEntry.LONGEST_RATIONALE);
        rationale.addClassName("wide");
        about.setMaxLength(NewEntry.LONGEST_ABOUT);
        about.setHelperText("A rule, a release, an address: whatever it is about.");
        about.addClassName("wide");
        signatures.setValue(1);
        signatures.setStepButtonsVisible(true);
        signatures.setMin(1);
        signatures.setMax(NewEntry.MOST_SIGNATURES);
        signatures.setHelperText("By others than you.");
        until.setLocale(Locale.UK);
        until.setValue(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(USUAL_DAYS));
        var numbers = new Div(signatures, until);
        numbers.addClassName("line");
        var put = new Button("Put on record", _ -> entry().ifPresent(recorded));
        put.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        add(decided, title, rationale, about, numbers, put);
    }

    private Optional<NewEntry> entry() {
        signatures.setInvalid(signatures.getValue() == null);
        signatures.setErrorMessage("A number from 1 to " + NewEntry.MOST_SIGNATURES + ".");
        until.setInvalid(until.getValue() == null);
        until.setErrorMessage("A day.");
        return signatures.isInvalid() || until.isInvalid()
                ? Optional.empty()
                : Optional.of(new NewEntry(
                        decided.getValue(),
                        title.getValue().strip(),
                        rationale.getValue().strip(),
                        Optional.of(about.getValue().strip()).filter(text -> !text.isEmpty()),
                        signatures.getValue(),
                        until.getValue()));
    }
}
