package io.switchboard.control.flags.ui;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.function.SerializableBiConsumer;
import com.vaadin.flow.function.SerializableConsumer;
import io.switchboard.control.flags.FlagChanges;
import io.switchboard.control.flags.Ramp;
import java.util.stream.IntStream;

/** Asks once more, and why. */
final class RampDialog {

    private RampDialog() {}

    private static TextArea why() {
        var why = new TextArea("Why");
        why.setMaxLength(FlagChanges.LONGEST_REASON);
        why.addClassName("flag-wide");
        return why;
    }

    private static void asks(ConfirmDialog dialog, String text, Div form) {
        form.addClassName("flag-fields");
        dialog.setHeader(text + "?");
        dialog.setText(form);
        dialog.setConfirmText(text);
        dialog.setCancelable(true);
    }

    static final class Reason extends ConfirmDialog {

        private static final long serialVersionUID = 1L;

        Reason(String text, Ramp ramp, SerializableConsumer<String> confirmed) {
            var why = why();
            asks(this, text, new Div(new Paragraph(sentence(text, ramp)), why));
            addConfirmListener(confirm -> confirmed.accept(why.getValue()));
        }

        private static String sentence(String text, Ramp ramp) {
            return switch (text) {
                case "Roll back" ->
                    "The share and cohorts of " + ramp.flag()
                            + " are what they were before the ramp, for every tenant, as soon as you confirm.";
                case "Pause" -> "It stays where it is until somebody resumes it. A guardrail goes on watching.";
                default -> "It goes on from where it is. Where it waited for an approval, it asks again.";
            };
        }
    }

    static final class Jump extends ConfirmDialog {

        private static final long serialVersionUID = 1L;

        Jump(Ramp ramp, SerializableBiConsumer<Integer, String> confirmed) {
            var step = new Select<Integer>();
            step.setLabel("Step");
            step.setItems(IntStream.range(0, ramp.plan().steps().size()).boxed().toList());
            step.setItemLabelGenerator(one -> (one + 1) + " · "
                    + RampWords.target(ramp.plan().steps().get(one).target()));
            step.setValue(Math.max(ramp.step(), 0));
            step.addClassName("flag-wide");
            var why = why();
            asks(
                    this,
                    "Move to this step",
                    new Div(
                            new Paragraph(
                                    "Its hold begins anew. A step that waits for an approval is not passed over."),
                            step,
                            why));
            addConfirmListener(confirm -> confirmed.accept(step.getValue(), why.getValue()));
        }
    }
}
