package io.switchboard.operations.imports.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import io.switchboard.operations.imports.ConflictMode;
import java.util.function.Consumer;

/** What happens to rows that are there already and differ, chosen before the dry run. */
final class ConflictChoice extends Div {

    private static final long serialVersionUID = 1L;

    ConflictChoice(ConflictMode chosen, Consumer<ConflictMode> choose) {
        var modes = new RadioButtonGroup<ConflictMode>("Conflict mode");
        modes.setItems(ConflictMode.values());
        modes.setItemLabelGenerator(ConflictChoice::words);
        modes.setValue(chosen);
        modes.getElement().getThemeList().add("vertical");
        modes.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                choose.accept(change.getValue());
            }
        });
        add(modes);
    }

    private static String words(ConflictMode mode) {
        return switch (mode) {
            case UPDATE -> "update: they become what the file says";
            case SKIP -> "skip: they stay as they are and are counted as conflicts";
            case STOP -> "stop: nothing is committed while there are any";
        };
    }
}
