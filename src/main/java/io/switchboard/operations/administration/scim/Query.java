package io.switchboard.operations.administration.scim;

import io.switchboard.platform.identity.Window;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A request's parameters and headers (RFC 7644, section 3.4.2): limits by default, and what is out of them is brought inside, as the RFC asks. */
final class Query {

    private static final int USUAL = 100;
    private static final int MOST = 500;

    private final HttpServletRequest request;
    private final UnaryOperator<@Nullable String> parameters;
    private final Projection projection;
    private final Resources resources;

    Query(HttpServletRequest request) {
        this(request, request::getParameter);
    }

    private Query(HttpServletRequest request, UnaryOperator<@Nullable String> parameters) {
        this.request = request;
        this.parameters = parameters;
        this.projection = Projection.of(parameter("attributes"), parameter("excludedAttributes"));
        this.resources = new Resources(ServletUriComponentsBuilder.fromContextPath(request)
                .path("/scim/v2")
                .toUriString());
    }

    /** A search whose parameters came as the body (RFC 7644, section 3.4.3): lists are arrays there. */
    static Query of(HttpServletRequest request, ObjectNode search) {
        Bodies.requireSchema(search, Urn.SEARCH);
        return new Query(request, name -> text(search.path(String.valueOf(name).toLowerCase(Locale.ROOT))));
    }

    private static @Nullable String text(JsonNode value) {
        if (value.isArray()) {
            return value.valueStream().map(one -> one.asString("")).collect(Collectors.joining(","));
        }
        return value.isMissingNode() || value.isNull() ? null : value.asString("");
    }

    Projection projection() {
        return projection;
    }

    Resources resources() {
        return resources;
    }

    Answers answers() {
        return new Answers(resources, projection);
    }

    Optional<String> filter() {
        return parameter("filter");
    }

    Optional<String> sortBy() {
        return parameter("sortBy");
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(request.getHeader(name));
    }

    boolean dryRun() {
        return parameter("dryRun").map("true"::equalsIgnoreCase).orElse(false);
    }

    /** The resource type that the address names. */
    Operation.Type type() {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        return Operation.Type.of(path.split("/", -1)[3]);
    }

    <F> Window<F> window(Optional<F> sortBy) {
        return new Window<>(
                startIndex() - 1,
                count(),
                sortBy,
                parameter("sortOrder").filter("descending"::equalsIgnoreCase).isPresent());
    }

    private long startIndex() {
        return Math.clamp(number("startIndex", 1), 1, Integer.MAX_VALUE);
    }

    private int count() {
        return Math.clamp(number("count", USUAL), 0, MOST);
    }

    private long number(String name, long usual) {
        return parameter(name)
                .map(text -> {
                    if (!text.matches("-?\\d{1,18}")) {
                        throw ScimFault.value("The parameter " + name + " is a whole number.");
                    }
                    return Long.parseLong(text);
                })
                .orElse(usual);
    }

    private Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.apply(name)).filter(text -> !text.isBlank());
    }

    ResponseEntity<byte[]> page(List<ObjectNode> items, long total) {
        var list = ScimJson.NODES.objectNode();
        list.putArray("schemas").add(Urn.LIST);
        list.put("totalResults", total);
        list.put("startIndex", startIndex());
        list.put("itemsPerPage", items.size());
        var listed = list.putArray("Resources");
        items.forEach(item -> listed.add(projection.of(item)));
        return Answers.json(list);
    }
}
