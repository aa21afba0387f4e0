package io.switchboard.insight.roadmap.ui;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.switchboard.insight.roadmap.RoadmapChanges;
import java.util.function.Consumer;

/** Asks what a new item is called. */
final class RaiseDialog extends ConfirmDialog {

    private static final long serialVersionUID = 1L;

    RaiseDialog(String suggested, Consumer<String> named) {
        var title = new TextField("Title");
        title.setValueChangeMode(ValueChangeMode.EAGER);
        title.setMaxLength(RoadmapChanges.LONGEST_TITLE);
        title.setValue(suggested);
        title.setHelperText("What shall be different, for whom. The finding stays with the item as it is now.");
        title.addClassName("wide");
        setHeader("Raise an item");
        var form = new Div(title);
        form.addClassName("fields");
        setText(form);
        setConfirmText("Raise");
        setCancelable(true);
        addConfirmListener(_ -> named.accept(title.getValue()));
    }
}
