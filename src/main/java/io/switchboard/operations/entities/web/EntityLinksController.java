package io.switchboard.operations.entities.web;

import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.web.Problems;
import io.switchboard.kernel.Caller;
import io.switchboard.operations.entities.Entities;
import io.switchboard.operations.entities.Entity;
import io.switchboard.operations.entities.EntityId;
import io.switchboard.operations.entities.EntityLink;
import io.switchboard.operations.entities.EntityLinks;
import io.switchboard.operations.entities.LinkedThing;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The incidents and runbooks that an entity is linked to: list, add, remove. Another tenant's entity is 404. */
@RestController
@RequestMapping("/api/entities/{id}/links")
class EntityLinksController {

    private final Entities entities;
    private final EntityLinks links;

    EntityLinksController(Entities entities, EntityLinks links) {
        this.entities = entities;
        this.links = links;
    }

    /** What to link to; what is missing is refused as unknown: {@code kind} is {@code incident} or {@code runbook}, {@code key} its key. */
    record Asked(@Nullable String kind, @Nullable String key) {}

    /** A link on the wire; {@code id} and {@code title} are absent where the thing is gone. */
    record LinkJson(
            String kind,
            String key,
            @Nullable String id,
            @Nullable String title,
            boolean gone,
            Instant since) {

        static LinkJson of(EntityLink link) {
            return new LinkJson(
                    link.kind(),
                    link.thingKey(),
                    link.thing().map(LinkedThing::id).orElse(null),
                    link.thing().map(LinkedThing::title).orElse(null),
                    link.thing().isEmpty(),
                    link.since());
        }
    }

    record Page(List<LinkJson> items) {}

    @GetMapping
    Page list(Caller caller, @PathVariable String id) {
        return new Page(links.ofEntity(caller, found(caller, id)).stream()
                .map(LinkJson::of)
                .toList());
    }

    @PostMapping
    ResponseEntity<?> link(
            Caller caller, @PathVariable String id, @RequestBody(required = false) @Nullable Asked body) {
        var entity = found(caller, id);
        var asked = body == null ? new Asked(null, null) : body;
        return answer(links.link(caller, entity.key(), text(asked.kind()), text(asked.key())));
    }

    @DeleteMapping
    ResponseEntity<?> unlink(
            Caller caller,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String key) {
        var entity = found(caller, id);
        return answer(links.unlink(caller, entity.key(), text(kind), text(key)));
    }

    private static ResponseEntity<?> answer(Enforced<EntityLink> ended) {
        return switch (ended) {
            case Enforced.Done<EntityLink> done ->
                ResponseEntity.ok()
                        .header("Switchboard-Receipt", done.receipt().id().value())
                        .body(LinkJson.of(done.value()));
            case Enforced.Refused<EntityLink> refused -> throw Problems.of(refused);
            case Enforced.Failed<EntityLink> failed -> throw EntityProblems.failed(failed);
        };
    }

    private Entity found(Caller caller, String id) {
        return Optional.of(id)
                .filter(EntityId::isValid)
                .flatMap(valid -> entities.find(caller, new EntityId(valid)))
                .orElseThrow(EntityProblems::notFound);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
