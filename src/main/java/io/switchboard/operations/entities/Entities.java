package io.switchboard.operations.entities;

import io.switchboard.control.enforcement.NotViewable;
import io.switchboard.kernel.Caller;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** A tenant's entities, as far as the caller may read them; whoever may read none gets {@link NotViewable}. Another tenant's are never found. */
@Service
public class Entities {

    public static final int MAX_LIMIT = 500;

    private final EntityAccess access;
    private final EntityRows rows;

    Entities(EntityAccess access, EntityRows rows) {
        this.access = access;
        this.rows = rows;
    }

    public Optional<Entity> find(Caller caller, EntityId id) {
        var reading = access.reading(caller);
        return rows.find(caller.tenant(), id).filter(entity -> reading.of(entity.type()));
    }

    /** By key, at most {@code limit} (1 to 500) after {@code cursor}; the total counts all that match. */
    public EntityPage page(Caller caller, EntityFilter filter, Optional<EntityId> cursor, int limit) {
        var types = wanted(caller, filter);
        int most = Math.clamp(limit, 1, MAX_LIMIT);
        var found = rows.list(caller.tenant(), filter.prefix(), types, cursor, most + 1);
        var items = found.subList(0, Math.min(most, found.size()));
        var next = found.size() > most ? Optional.of(items.getLast().id()) : Optional.<EntityId>empty();
        return new EntityPage(items, next, rows.count(caller.tenant(), filter.prefix(), types));
    }

    /** The types that the caller may read, by name. */
    public List<TypeCount> types(Caller caller) {
        var reading = access.reading(caller);
        return rows.types(caller.tenant()).stream()
                .filter(type -> reading.of(type.type()))
                .toList();
    }

    private Set<String> wanted(Caller caller, EntityFilter filter) {
        return types(caller).stream()
                .map(TypeCount::type)
                .filter(type -> filter.types().isEmpty() || filter.types().contains(type))
                .collect(Collectors.toSet());
    }
}
