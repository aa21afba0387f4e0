package io.switchboard.insight.roadmap.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.insight.roadmap.Item;
import io.switchboard.insight.roadmap.RoadmapChanges;
import io.switchboard.platform.components.Card;
import io.switchboard.platform.identity.ui.TenantContext;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** What a PM can do with an item. Each form tells what was wanted and how it ended. */
@org.springframework.stereotype.Component
class ItemForms {

    private final RoadmapChanges changes;

    ItemForms(RoadmapChanges changes) {
        this.changes = changes;
    }

    List<Component> of(TenantContext context, Item item, BiConsumer<String, Optional<Enforced<Item>>> told) {
        return List.of(spec(context, item, told), deferral(context, item, told));
    }

    private Component spec(TenantContext context, Item item, BiConsumer<String, Optional<Enforced<Item>>> told) {
        var fields = new SpecFields(item);
        return new Card(
                "Spec",
                fields,
                new Button(
                        "Save the spec",
                        _ -> fields.spec()
                                .ifPresent(spec -> told.accept(
                                        "save the spec",
                                        changes.specify(
                                                context.caller(), item.id(), item.version(), fields.title(), spec)))));
    }

    private Component deferral(TenantContext context, Item item, BiConsumer<String, Optional<Enforced<Item>>> told) {
        if (item.deferred().isPresent()) {
            return new Card(
                    "Take it up again",
                    "It counts for the next lock again, and has to be Spec Ready for it.",
                    new Button(
                            "Take up again",
                            _ -> told.accept(
                                    "take the item up again",
                                    changes.takeUp(context.caller(), item.id(), item.version()))));
        }
        var reason = new TextArea("Why it has to wait");
        reason.setMaxLength(RoadmapChanges.LONGEST_REASON);
        reason.setValueChangeMode(ValueChangeMode.EAGER);
        reason.addClassName("wide");
        return new Card(
                "Defer",
                "It is not in the next lock, which says why.",
                reason,
                new Button(
                        "Defer",
                        _ -> told.accept(
                                "defer the item",
                                changes.defer(context.caller(), item.id(), item.version(), reason.getValue()))));
    }
}
