package io.switchboard.operations.imports.web;

import io.switchboard.control.enforcement.Enforced;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.Caller;
import io.switchboard.operations.imports.MappingId;
import io.switchboard.operations.imports.SavedMapping;
import io.switchboard.operations.imports.SavedMappings;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The tenant's saved mappings: list, look, save, delete. Saving under a name that is taken replaces what it meant. */
@RestController
@RequestMapping("/api/import-mappings")
class MappingsController {

    private final SavedMappings mappings;

    MappingsController(SavedMappings mappings) {
        this.mappings = mappings;
    }

    /** {@code {"kind": "identities", "name": "Workday", "mapping": {"user_name": "Login"}}}. */
    record Wanted(
            @Nullable String kind,
            @Nullable String name,
            @Nullable Map<String, String> mapping) {}

    record Items(List<Item> items) {}

    record Item(String id, String kind, String name, Map<String, String> mapping, By savedBy, Instant savedAt) {

        static Item of(SavedMapping saved) {
            return new Item(
                    saved.id().value(),
                    saved.kind(),
                    saved.name(),
                    saved.mapping(),
                    By.of(saved.savedBy()),
                    saved.savedAt());
        }
    }

    record By(String type, String id) {

        static By of(Actor actor) {
            return new By(actor.type().wire(), actor.id());
        }
    }

    @GetMapping
    Items all(Caller caller, @RequestParam Optional<String> kind) {
        return new Items(mappings.all(caller, kind).stream().map(Item::of).toList());
    }

    @GetMapping("/{id}")
    ResponseEntity<?> one(Caller caller, @PathVariable String id) {
        return known(id)
                .flatMap(known -> mappings.find(caller, known))
                .<ResponseEntity<?>>map(saved -> ResponseEntity.ok(Item.of(saved)))
                .orElseGet(MappingsController::notFound);
    }

    @PostMapping
    ResponseEntity<?> save(Caller caller, @RequestBody Wanted wanted) {
        var kind = Optional.ofNullable(wanted.kind()).orElse("");
        var name = Optional.ofNullable(wanted.name()).orElse("");
        var mapping = Optional.ofNullable(wanted.mapping()).orElse(Map.of());
        return answer(mappings.save(caller, kind, name, mapping));
    }

    @DeleteMapping("/{id}")
    ResponseEntity<?> delete(Caller caller, @PathVariable String id) {
        return known(id)
                .flatMap(known -> mappings.delete(caller, known))
                .<ResponseEntity<?>>map(MappingsController::answer)
                .orElseGet(MappingsController::notFound);
    }

    private static Optional<MappingId> known(String id) {
        return Optional.of(id).filter(MappingId::isValid).map(MappingId::new);
    }

    private static ResponseEntity<?> answer(Enforced<SavedMapping> ended) {
        return EnforcedAnswer.of(ended, Item::of);
    }

    private static ResponseEntity<?> notFound() {
        return ImportProblems.problem(
                HttpStatus.NOT_FOUND,
                "not-found",
                "There is no such mapping. Check the id, or list mappings at /api/import-mappings.");
    }
}
