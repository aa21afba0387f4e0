package io.switchboard.operations.administration.scim;

import io.swagger.v3.oas.annotations.Hidden;
import io.switchboard.kernel.Caller;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What this service provider can do and how its resources are made (RFC 7644, section 4). A filter here is refused, as the RFC demands. */
@RestController
@RequestMapping("/scim/v2")
@Hidden
class DiscoveryController {

    private static final JsonNode CONFIG = file("service-provider-config");
    private static final JsonNode SCHEMAS = file("schemas");
    private static final JsonNode TYPES = file("resource-types");

    private static JsonNode file(String name) {
        try (var file = new ClassPathResource("scim/" + name + ".json").getInputStream()) {
            return JsonMapper.shared().readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @GetMapping("/ServiceProviderConfig")
    ResponseEntity<byte[]> config(Caller caller, HttpServletRequest request) {
        return Answers.json(located(CONFIG, "ServiceProviderConfig", "/ServiceProviderConfig", new Query(request)));
    }

    @GetMapping("/Schemas")
    ResponseEntity<byte[]> schemas(Caller caller, HttpServletRequest request) {
        return list(SCHEMAS, "Schema", "/Schemas/", request);
    }

    @GetMapping("/Schemas/{id}")
    ResponseEntity<byte[]> schema(Caller caller, @PathVariable String id, HttpServletRequest request) {
        return one(SCHEMAS, "Schema", "/Schemas/", id, request);
    }

    @GetMapping("/ResourceTypes")
    ResponseEntity<byte[]> types(Caller caller, HttpServletRequest request) {
        return list(TYPES, "ResourceType", "/ResourceTypes/", request);
    }

    @GetMapping("/ResourceTypes/{id}")
    ResponseEntity<byte[]> type(Caller caller, @PathVariable String id, HttpServletRequest request) {
        return one(TYPES, "ResourceType", "/ResourceTypes/", id, request);
    }

    private static ResponseEntity<byte[]> list(JsonNode all, String type, String path, HttpServletRequest request) {
        var query = new Query(request);
        if (query.filter().isPresent()) {
            throw ScimFault.of(
                    org.springframework.http.HttpStatus.FORBIDDEN,
                    "These are few and not searched. Leave the filter out.");
        }
        List<ObjectNode> located = all.valueStream()
                .map(one -> located(one, type, path + one.path("id").asString(""), query))
                .toList();
        return query.page(located, located.size());
    }

    private static ResponseEntity<byte[]> one(
            JsonNode all, String type, String path, String id, HttpServletRequest request) {
        return all.valueStream()
                .filter(one -> one.path("id").asString("").equals(id))
                .findFirst()
                .map(one -> Answers.json(located(one, type, path + id, new Query(request))))
                .orElseThrow(ScimFault::notFound);
    }

    private static ObjectNode located(JsonNode resource, String type, String path, Query query) {
        var copy = (ObjectNode) resource.deepCopy();
        copy.putObject("meta")
                .put("resourceType", type)
                .put("location", query.resources().base() + path);
        return copy;
    }
}
