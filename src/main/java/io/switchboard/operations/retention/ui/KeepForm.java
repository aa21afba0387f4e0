package io.switchboard.operations.retention.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import io.switchboard.operations.retention.Keep;
import io.switchboard.operations.retention.RetentionStanding;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** How long each kind is to be kept. What was chosen and differs is told when it is saved. */
final class KeepForm extends Div {

    private static final long serialVersionUID = 1L;

    private static final List<Integer> DAYS = List.of(30, 60, 90, 180, 365, 730, 1825, 3650);

    private final transient RetentionStanding standing;
    private final Map<String, Select<Choice>> choices = new HashMap<>();

    /** Nothing is the default. */
    private record Choice(Optional<Keep> keep, Keep byDefault) {

        String words() {
            return keep.map(Keep::words).orElseGet(() -> "the default, " + byDefault.words());
        }
    }

    KeepForm(RetentionStanding standing, Consumer<Map<String, Optional<Keep>>> wanted) {
        this.standing = standing;
        addClassNames("line", "form-line");
        standing.kinds().forEach(kind -> add(choice(kind)));
        var save = new Button("Save", _ -> wanted.accept(changes()));
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        add(save);
    }

    private Select<Choice> choice(RetentionStanding.Kind kind) {
        var choice = new Select<Choice>();
        choice.setLabel("Keep " + kind.title().substring(0, 1).toLowerCase(Locale.ROOT)
                + kind.title().substring(1));
        choice.setItems(offered(kind));
        choice.setItemLabelGenerator(Choice::words);
        choice.setValue(current(kind));
        choice.setWidth("min(20rem, 100%)");
        choices.put(kind.kind(), choice);
        return choice;
    }

    private static List<Choice> offered(RetentionStanding.Kind kind) {
        var offered = new LinkedHashSet<Choice>();
        offered.add(new Choice(Optional.empty(), kind.byDefault()));
        offered.add(current(kind));
        DAYS.forEach(days -> offered.add(new Choice(Optional.of(new Keep.Days(days)), kind.byDefault())));
        offered.add(new Choice(Optional.of(new Keep.Forever()), kind.byDefault()));
        return List.copyOf(offered);
    }

    private static Choice current(RetentionStanding.Kind kind) {
        return new Choice(kind.isSet() ? Optional.of(kind.keep()) : Optional.empty(), kind.byDefault());
    }

    private Map<String, Optional<Keep>> changes() {
        var changes = new HashMap<String, Optional<Keep>>();
        for (var kind : standing.kinds()) {
            Optional.ofNullable(choices.get(kind.kind()))
                    .map(Select::getValue)
                    .filter(chosen -> !chosen.equals(current(kind)))
                    .ifPresent(chosen -> changes.put(kind.kind(), chosen.keep()));
        }
        return changes;
    }
}
