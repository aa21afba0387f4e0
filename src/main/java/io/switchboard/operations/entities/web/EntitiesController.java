package io.switchboard.operations.entities.web;

import io.switchboard.kernel.Caller;
import io.switchboard.operations.entities.Entities;
import io.switchboard.operations.entities.EntityGraph;
import io.switchboard.operations.entities.EntityId;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The caller's tenant's entities and what is near them. Another tenant's are 404, and so are those of a type that the caller may not read. */
@RestController
@RequestMapping("/api/entities")
class EntitiesController {

    private final Entities entities;
    private final EntityGraph graph;

    EntitiesController(Entities entities, EntityGraph graph) {
        this.entities = entities;
        this.graph = graph;
    }

    @GetMapping
    EntityJson.Page list(Caller caller, EntityParameters parameters) {
        return EntityJson.Page.of(entities.page(caller, parameters.filter(), parameters.after(), parameters.size()));
    }

    @GetMapping("/{id}")
    EntityJson one(Caller caller, @PathVariable String id) {
        return EntityJson.of(found(id, known -> entities.find(caller, known)));
    }

    @GetMapping("/{id}/neighbourhood")
    NeighbourhoodJson neighbourhood(Caller caller, @PathVariable String id, NeighbourhoodParameters parameters) {
        var query = parameters.query();
        return NeighbourhoodJson.of(found(id, known -> graph.neighbourhood(caller, known, query)));
    }

    private static <T> T found(String id, Function<EntityId, Optional<T>> finder) {
        return Optional.of(id)
                .filter(EntityId::isValid)
                .map(EntityId::new)
                .flatMap(finder)
                .orElseThrow(EntityProblems::notFound);
    }
}
