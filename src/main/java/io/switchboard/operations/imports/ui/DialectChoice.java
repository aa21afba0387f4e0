package io.switchboard.operations.imports.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import io.switchboard.operations.imports.ImportDrafts;
import io.switchboard.operations.imports.ImportPlan;
import io.switchboard.operations.imports.format.CsvDialect;
import java.nio.charset.Charset;

/** Encoding and delimiter as they were recognised, to be changed by hand. */
final class DialectChoice extends Div {

    private static final long serialVersionUID = 1L;

    private final Select<Charset> encoding = new Select<>();
    private final Select<Character> separator = new Select<>();

    @FunctionalInterface
    interface Choice {

        void made(Charset encoding, char separator);
    }

    DialectChoice(ImportPlan plan, ImportDrafts drafts, Choice choice) {
        addClassName("filters");
        encoding.setLabel("Encoding");
        encoding.setItems(drafts.encodings());
        encoding.setItemLabelGenerator(Charset::name);
        encoding.setValue(plan.source().dialect().encoding());
        separator.setLabel("Delimiter");
        separator.setItems(drafts.separators());
        separator.setItemLabelGenerator(CsvDialect::nameOf);
        separator.setValue(plan.source().dialect().separator());
        encoding.addValueChangeListener(change -> choice.made(encoding.getValue(), separator.getValue()));
        separator.addValueChangeListener(change -> choice.made(encoding.getValue(), separator.getValue()));
        add(encoding, separator);
    }
}
