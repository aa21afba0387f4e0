package io.switchboard.control.policy;

import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.Role;
import io.switchboard.kernel.TenantId;
import io.switchboard.platform.signing.CanonicalJson;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What of a request policies can read, but for tenant and ids: canonical JSON, so that requests that are alike have the same text. */
final class RequestText {

    private static final JsonMapper JSON = new JsonMapper();

    private RequestText() {}

    static String of(PolicyRequest request) {
        return new String(
                CanonicalJson.of(Map.of(
                        "action", request.action().value(),
                        "context", plain(request.context()),
                        "principal",
                                Map.of(
                                        "roles", sorted(request.caller().roleNames()),
                                        "type", request.caller().actor().type().wire()),
                        "resource",
                                Map.of(
                                        "attributes", plain(request.resource().attributes()),
                                        "type", request.resource().type()))),
                StandardCharsets.UTF_8);
    }

    private static Map<String, Object> plain(Map<String, Object> values) {
        var plain = new HashMap<String, Object>();
        values.forEach((name, value) ->
                plain.put(name, value instanceof Collection<?> several ? sorted(several) : value));
        return plain;
    }

    private static Object sorted(Collection<?> several) {
        return several.stream().map(String::valueOf).sorted().toList();
    }

    /** Empty where the text is not what {@link #of} writes, or names a role that the portal does not know any more. */
    static Optional<PolicyRequest> read(String text, TenantId tenant, Actor actor, String resource) {
        var json = JSON.readTree(text);
        Set<Role> roles = json.path("principal")
                .path("roles")
                .valueStream()
                .flatMap(role -> Role.parse(role.asString()).stream())
                .collect(Collectors.toSet());
        return roles.size() == json.path("principal").path("roles").size()
                ? Optional.of(request(json, new Caller(tenant, actor, roles), resource))
                : Optional.empty();
    }

    private static PolicyRequest request(JsonNode json, Caller caller, String resource) {
        return new PolicyRequest(
                caller,
                new ActionId(json.path("action").asString()),
                new ResourceRef(
                        json.path("resource").path("type").asString(),
                        resource,
                        values(json.path("resource").path("attributes"))),
                values(json.path("context")));
    }

    private static Map<String, Object> values(JsonNode json) {
        var values = new HashMap<String, Object>();
        json.properties().forEach(member -> values.put(member.getKey(), value(member.getValue())));
        return values;
    }

    private static Object value(JsonNode json) {
        return switch (json.getNodeType()) {
            case BOOLEAN -> json.asBoolean();
            case NUMBER -> json.asLong();
            case ARRAY -> json.valueStream().map(JsonNode::asString).collect(Collectors.toSet());
            default -> json.asString();
        };
    }
}
