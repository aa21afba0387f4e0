package io.switchboard.operations.administration.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableConsumer;
import io.switchboard.platform.components.DataTable;
import io.switchboard.platform.components.RelativeTime;
import io.switchboard.platform.components.ShortId;
import io.switchboard.platform.signing.KeyState;
import io.switchboard.platform.signing.ListedKey;
import java.time.Clock;
import java.util.List;

/** All keys of the tenant, ended ones too: what they signed still verifies. What may be retired has its button. */
final class KeyTable {

    private final Clock clock;

    KeyTable(Clock clock) {
        this.clock = clock;
    }

    Component of(List<ListedKey> keys) {
        return columns().rows(keys);
    }

    Component of(List<ListedKey> keys, SerializableConsumer<ListedKey> retire) {
        return columns().column("Action", key -> action(key, retire)).rows(keys);
    }

    private DataTable<ListedKey> columns() {
        return new DataTable<ListedKey>("The tenant's keys")
                .column("Signs", key -> new Span(KeyWords.use(key.use())))
                .column("Key", key -> new ShortId(key.id()))
                .column("State", key -> KeyWords.state(key.state()))
                .column("Since", key -> new RelativeTime(key.window().from(), clock))
                .column("Until", this::until)
                .column("Comes from", key -> new Span(KeyWords.origin(key.origin())));
    }

    private Component until(ListedKey key) {
        return key.window()
                .until()
                .<Component>map(end -> new RelativeTime(end, clock))
                .orElseGet(() -> new Span("the next one comes"));
    }

    private static Component action(ListedKey key, SerializableConsumer<ListedKey> retire) {
        if (key.state() != KeyState.OVERLAP) {
            return new Span();
        }
        var button = new Button("Retire…", click -> retire.accept(key));
        button.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY_INLINE);
        button.setAriaLabel("Retire key " + key.id());
        return button;
    }
}
