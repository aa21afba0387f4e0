package io.switchboard.control.flags.ui;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import io.switchboard.control.flags.Flag;
import io.switchboard.control.flags.FlagChanges;
import java.util.function.Consumer;

/** Asks once more, and why. */
final class SwitchDialog extends ConfirmDialog {

    private static final long serialVersionUID = 1L;

    SwitchDialog(Flag flag, String text, Consumer<String> confirmed) {
        var why = new TextArea("Why");
        why.setMaxLength(FlagChanges.LONGEST_REASON);
        why.addClassName("flag-wide");
        setHeader(text + "?");
        var form = new Div(
                new Paragraph(
                        flag.on()
                                ? flag.key()
                                        + " is off for every tenant as soon as you confirm, on other nodes within two seconds."
                                : flag.key() + " is on again for whom its rules say so."),
                why);
        form.addClassName("flag-fields");
        setText(form);
        setConfirmText(text);
        if (flag.on()) {
            setConfirmButtonTheme("error primary");
        }
        setCancelable(true);
        addConfirmListener(confirm -> confirmed.accept(why.getValue()));
    }
}
