package io.switchboard.control.policy;

import com.cedarpolicy.model.AuthorizationRequest;
import com.cedarpolicy.model.Context;
import com.cedarpolicy.model.entity.Entity;
import com.cedarpolicy.model.schema.Schema;
import com.cedarpolicy.value.CedarList;
import com.cedarpolicy.value.EntityTypeName;
import com.cedarpolicy.value.PrimBool;
import com.cedarpolicy.value.PrimLong;
import com.cedarpolicy.value.PrimString;
import com.cedarpolicy.value.Value;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.Caller;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Turns a request into Cedar's words: three entities, a context, checked against the schema. */
record CedarRequests(Schema schema) {

    /** Parsed once, by a call into the native library: the code knows a handful of types. */
    private static final Map<String, EntityTypeName> TYPES = new ConcurrentHashMap<>();

    record CedarRequest(AuthorizationRequest request, Set<Entity> entities) {}

    CedarRequest of(PolicyRequest request) {
        var principal = principal(request.caller());
        var action = entity("Action", request.action().value(), Map.of());
        var resource = entity(
                request.resource().type(),
                request.resource().id(),
                values(request.resource().attributes()));
        return new CedarRequest(
                new AuthorizationRequest(
                        principal, action, resource, new Context(values(request.context())), Optional.of(schema), true),
                Set.of(principal, resource));
    }

    private static Entity principal(Caller caller) {
        Map<String, Object> attributes =
                Map.of("roles", caller.roleNames(), "tenant", caller.tenant().value());
        return entity(typeOf(caller.actor()), caller.actor().id(), values(attributes));
    }

    private static String typeOf(Actor actor) {
        return switch (actor.type()) {
            case USER -> "Member";
            case SERVICE -> "Service";
            case PLAYBOOK -> "Playbook";
            case SYSTEM -> "System";
        };
    }

    private static Entity entity(String type, String id, Map<String, Value> attributes) {
        return new Entity(TYPES.computeIfAbsent(type, CedarRequests::parsed).of(id), attributes, Set.of());
    }

    private static EntityTypeName parsed(String type) {
        return EntityTypeName.parse(type)
                .orElseThrow(() -> new IllegalArgumentException("not a name of an entity type: " + type));
    }

    private static Map<String, Value> values(Map<String, Object> attributes) {
        var values = new HashMap<String, Value>();
        attributes.forEach((name, value) -> values.put(name, value(name, value)));
        return values;
    }

    private static Value value(String name, Object value) {
        return switch (value) {
            case String text -> new PrimString(text);
            case Boolean truth -> new PrimBool(truth);
            case Long number -> new PrimLong(number);
            case Integer number -> new PrimLong(number);
            case Collection<?> several ->
                new CedarList(several.stream().map(one -> value(name, one)).toList());
            default ->
                throw new IllegalArgumentException(
                        "attribute " + name + " is a " + value.getClass().getSimpleName()
                                + "; policies know text, whole numbers, truth values and sets of them");
        };
    }
}
