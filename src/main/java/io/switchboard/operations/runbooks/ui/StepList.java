package io.switchboard.operations.runbooks.ui;

import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import io.switchboard.operations.runbooks.dialect.RunbookSteps.Step;
import io.switchboard.platform.components.Facts;
import io.switchboard.platform.components.StateTag;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The steps in their order, each with what it does and when. */
final class StepList extends OrderedList {

    private static final long serialVersionUID = 1L;

    private static final Map<String, String> MEMBERS = members();

    StepList(List<Step> steps) {
        addClassName("runbook-steps");
        steps.forEach(step -> add(item(step)));
    }

    private static Map<String, String> members() {
        var words = new LinkedHashMap<String, String>();
        words.put("if", "Only if");
        words.put("for-each", "For each of");
        words.put("vars", "Values");
        words.put("outputs", "Gives");
        words.put("timeout", "Timeout");
        words.put("retry", "Retry");
        words.put("approval", "Approval");
        words.put("rollback", "Rollback");
        words.put("on-failure", "On failure");
        words.put("next", "Then");
        return words;
    }

    private static ListItem item(Step step) {
        var head = new H3(step.text("title").orElse(step.id()));
        var item = new ListItem(
                head, new StateTag(StateTag.Tone.NEUTRAL, step.type().wire()));
        if (step.text("title").isPresent()) {
            item.add(RunbookWords.styled("code", step.id()));
        }
        step.text("description").ifPresent(text -> item.add(new Paragraph(text)));
        if (step.members().containsKey("for-each")) {
            item.add(repeated());
        }
        var facts = new Facts();
        MEMBERS.forEach((name, word) -> put(facts, word, step.members().get(name)));
        step.type()
                .parameters()
                .forEach(parameter ->
                        put(facts, parameter.name(), step.object("with").get(parameter.name())));
        item.add(facts);
        return item;
    }

    private static Paragraph repeated() {
        var note = new Paragraph(
                "A person does this step for each value of the list and says how it went. The portal does not repeat"
                        + " it by itself: how long the list is shows only when it is run, so nobody could have said yes to that many deeds,"
                        + " and one value that fails leaves a step half done, which no rollback takes back.");
        note.addClassName("notice");
        return note;
    }

    private static void put(Facts facts, String term, @org.jspecify.annotations.Nullable Object value) {
        if (value != null) {
            facts.with(term, RunbookWords.part(value));
        }
    }
}
