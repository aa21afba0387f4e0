package io.switchboard.operations.runs.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.textfield.TextField;
import io.switchboard.operations.runs.Answer;
import io.switchboard.operations.runs.RunDesk;
import io.switchboard.operations.runs.RunStep;

/** What a person is asked to do or to find out, and the answers to it. */
final class StepQuestion extends Div {

    private static final long serialVersionUID = 1L;

    /** What is done with an answer. */
    @FunctionalInterface
    interface Word {
        void say(RunStep step, Answer answer, String note);
    }

    StepQuestion(RunStep step, Word word) {
        var note = new TextField("Note (optional, kept with the receipt)");
        note.setMaxLength(RunDesk.LONGEST_NOTE);
        note.addClassName("command-field");
        var done = new Button("It was done", click -> word.say(step, Answer.DONE, note.getValue()));
        done.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var failed = new Button("It failed", click -> word.say(step, Answer.FAILED, note.getValue()));
        var again = new Button("Try it once more", click -> word.say(step, Answer.AGAIN, note.getValue()));
        var buttons = new Div(done, failed, again);
        buttons.addClassName("run-buttons");
        var what = new Pre(step.says());
        what.addClassName("run-says");
        add(what, note, buttons);
        addClassName("run-question");
    }
}
