package io.switchboard.operations.runbooks.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Span;
import io.switchboard.operations.runbooks.Runbook;
import io.switchboard.operations.runbooks.RunbookVersion;
import io.switchboard.operations.runbooks.dialect.RunbookText;
import io.switchboard.platform.components.Facts;
import io.switchboard.platform.components.StateTag;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a runbook says about itself besides its steps. */
final class RunbookFacts extends Composite<Facts> {

    private static final long serialVersionUID = 1L;

    private static final Map<String, String> LISTS = lists();

    RunbookFacts(Runbook runbook, RunbookVersion shown, Map<String, @Nullable Object> definition) {
        var facts = getContent();
        facts.with("Id", RunbookWords.styled("code", runbook.key()));
        facts.with("Written as", RunbookWords.dialect(runbook.dialect()));
        if (definition.containsKey("disabled")) {
            facts.with("State", new StateTag(StateTag.Tone.WARNING, "disabled by its author"));
        }
        LISTS.forEach((name, word) -> list(facts, word, definition.get(name)));
        inputs(facts, definition.get("inputs"));
        triggers(facts, definition.get("triggers"));
        if (definition.get("constants") instanceof Map<?, ?> constants) {
            facts.with("Constants", RunbookWords.part(constants));
        }
        facts.with("SHA-256", RunbookWords.styled("code", shown.digest().hex()));
    }

    private static Map<String, String> lists() {
        var words = new LinkedHashMap<String, String>();
        words.put("services", "Services");
        words.put("owners", "Owners");
        words.put("labels", "Labels");
        return words;
    }

    private static void list(Facts facts, String word, @Nullable Object value) {
        if (value instanceof List<?> items) {
            facts.with(
                    word, String.join(", ", items.stream().map(String::valueOf).toList()));
        }
    }

    private static void inputs(Facts facts, @Nullable Object value) {
        if (value instanceof List<?> inputs) {
            inputs.forEach(input -> facts.with("Input", input((Map<?, ?>) input)));
        }
    }

    private static Component input(Map<?, ?> input) {
        var about = new StringBuilder().append(input.get("name")).append(" (").append(input.get("type"));
        if (input.get("options") instanceof List<?> options) {
            about.append(": ")
                    .append(String.join(
                            ", ", options.stream().map(String::valueOf).toList()));
        }
        about.append(input.containsKey("required") ? ", required)" : ")");
        if (input.containsKey("default")) {
            about.append(", usually ").append(input.get("default"));
        }
        if (input.containsKey("description")) {
            about.append(" – ").append(input.get("description"));
        }
        return new Span(about.toString());
    }

    private static void triggers(Facts facts, @Nullable Object value) {
        if (value instanceof List<?> triggers) {
            triggers.forEach(trigger -> facts.with("Meant for", trigger((Map<?, ?>) trigger)));
        }
    }

    private static Component trigger(Map<?, ?> trigger) {
        return trigger.containsKey("with")
                ? new Span(trigger.get("type") + ", " + compact(trigger.get("with")))
                : new Span(String.valueOf(trigger.get("type")));
    }

    private static String compact(@Nullable Object value) {
        return RunbookText.written(value).replaceAll("\\s+", " ");
    }
}
