package io.switchboard.insight.evaluation.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import io.switchboard.insight.evaluation.Memos;
import io.switchboard.insight.evaluation.Verdict;
import io.switchboard.platform.components.Card;
import java.util.function.BiPredicate;

/** Asks for a verdict and for words, and signs. */
final class MemoForm extends Composite<Card> {

    private static final long serialVersionUID = 1L;

    private final RadioButtonGroup<Verdict> verdict = new RadioButtonGroup<>("Verdict");
    private final TextArea words = new TextArea("Why, or on which condition");

    /** {@code sign} answers whether it was done. */
    MemoForm(BiPredicate<Verdict, String> sign) {
        verdict.setItems(Verdict.values());
        verdict.setItemLabelGenerator(Verdict::title);
        verdict.setValue(Verdict.GO);
        words.setMaxLength(Memos.LONGEST);
        words.setWidthFull();
        words.setMinHeight("6rem");
        words.setHelperText("Needed for a no-go, and for a go while criteria are open.");
        var button = new Button("Sign the memo", _ -> {
            if (sign.test(verdict.getValue(), words.getValue())) {
                words.clear();
            }
        });
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getContent()
                .add(
                        new Paragraph(
                                "The memo fixes everything above as it stands at this moment, signed with your tenant's key. A PM of the platform countersigns exactly that, or says why not. A memo that waits is replaced by the next one."),
                        verdict,
                        words,
                        button);
    }

    @Override
    protected Card initContent() {
        return new Card("Sign a memo");
    }
}
