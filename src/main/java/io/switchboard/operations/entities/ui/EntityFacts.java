package io.switchboard.operations.entities.ui;

import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import io.switchboard.operations.entities.Entity;
import io.switchboard.platform.components.Facts;
import io.switchboard.platform.components.RelativeTime;
import java.time.Clock;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is known of an entity, its own properties last. */
final class EntityFacts extends Section {

    private static final long serialVersionUID = 1L;
    private static final JsonMapper JSON = new JsonMapper();

    EntityFacts(Entity entity, Clock clock) {
        addClassNames("card", "entity-facts");
        var facts = new Facts()
                .with("Key", code(entity.key()))
                .with("Type", entity.type())
                .with("Came in", new RelativeTime(entity.createdAt(), clock))
                .with("Changed", new RelativeTime(entity.updatedAt(), clock));
        JSON.readTree(entity.properties())
                .properties()
                .forEach(property -> facts.with(property.getKey(), text(property.getValue())));
        add(facts);
    }

    private static String text(JsonNode value) {
        return value.isString() ? value.asString() : value.toString();
    }

    private static Span code(String text) {
        var code = new Span(text);
        code.addClassName("code");
        return code;
    }
}
