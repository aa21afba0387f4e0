package io.switchboard.operations.retention.web;

import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.web.Problems;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.PurgeId;
import io.switchboard.operations.retention.Keep;
import io.switchboard.operations.retention.Purge;
import io.switchboard.operations.retention.Purges;
import io.switchboard.operations.retention.Retention;
import io.switchboard.operations.retention.RetentionDesk;
import io.switchboard.operations.retention.RetentionPolicy;
import java.net.URI;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** How the tenant keeps its records, what is due, its purges and their manifests; taking one along leaves a receipt, named in {@code Switchboard-Receipt}. */
@RestController
class RetentionController {

    private final RetentionDesk desk;
    private final Retention retention;
    private final Purges purges;

    RetentionController(RetentionDesk desk, Retention retention, Purges purges) {
        this.desk = desk;
        this.retention = retention;
        this.purges = purges;
    }

    /** {@code keep}: by kind, {@code "365"}, {@code "forever"} or {@code "default"}. {@code version}: that of the policy as it was seen. */
    record Wanted(
            @Nullable Map<String, String> keep, @Nullable Integer version) {}

    /** As a look at {@code /api/retention} gave them: the dry run that is acted on. */
    record WantedPurge(@Nullable String asOf, @Nullable Integer version) {}

    @GetMapping("/api/retention")
    RetentionJson.Standing standing(Caller caller) {
        requireView(caller);
        return RetentionJson.Standing.of(desk.standing(caller));
    }

    @PostMapping("/api/retention")
    ResponseEntity<RetentionJson.Standing> set(Caller caller, @RequestBody Wanted wanted) {
        var keep = new HashMap<String, Optional<Keep>>();
        Optional.ofNullable(wanted.keep()).orElseGet(Map::of).forEach((kind, text) -> keep.put(kind, keep(kind, text)));
        return switch (retention.set(caller, keep, version(wanted.version()))) {
            case Enforced.Done<RetentionPolicy> done ->
                ResponseEntity.ok()
                        .header("Switchboard-Receipt", done.receipt().id().value())
                        .body(RetentionJson.Standing.of(desk.standing(caller)));
            case Enforced.Refused<RetentionPolicy> refused -> throw Problems.of(refused);
            case Enforced.Failed<RetentionPolicy> failed -> throw Problems.of(failed, HttpStatus.CONFLICT);
        };
    }

    @GetMapping("/api/retention/purges")
    RetentionJson.Listed purges(Caller caller) {
        requireView(caller);
        return new RetentionJson.Listed(
                desk.purges(caller).stream().map(RetentionJson.Out::of).toList(), desk.count(caller));
    }

    @PostMapping("/api/retention/purges")
    ResponseEntity<RetentionJson.Out> purge(Caller caller, @RequestBody WantedPurge wanted) {
        return switch (purges.purge(caller, asOf(wanted.asOf()), version(wanted.version()))) {
            case Enforced.Done<Purge> done ->
                ResponseEntity.created(URI.create(
                                "/api/retention/purges/" + done.value().id()))
                        .header("Switchboard-Receipt", done.receipt().id().value())
                        .body(RetentionJson.Out.of(done.value()));
            case Enforced.Refused<Purge> refused -> throw Problems.of(refused);
            case Enforced.Failed<Purge> failed -> throw Problems.of(failed, HttpStatus.CONFLICT);
        };
    }

    @GetMapping("/api/retention/purges/{id}")
    RetentionJson.Out one(Caller caller, @PathVariable String id) {
        requireView(caller);
        return id(id).flatMap(known -> desk.find(caller, known))
                .map(RetentionJson.Out::of)
                .orElseThrow(RetentionController::nothing);
    }

    /** The envelope, byte for byte as it was signed. */
    @GetMapping("/api/retention/manifests/{id}")
    ResponseEntity<byte[]> manifest(Caller caller, @PathVariable String id) {
        return id(id).flatMap(known -> purges.download(caller, known))
                .map(RetentionController::answer)
                .orElseThrow(RetentionController::nothing);
    }

    private static ResponseEntity<byte[]> answer(Enforced<Purges.Manifest> ended) {
        return switch (ended) {
            case Enforced.Done<Purges.Manifest> done ->
                ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                "attachment; filename=\"" + done.value().name() + "\"")
                        .header("Switchboard-Receipt", done.receipt().id().value())
                        .body(done.value().envelope());
            case Enforced.Refused<Purges.Manifest> refused -> throw Problems.of(refused);
            case Enforced.Failed<Purges.Manifest> failed -> throw Problems.of(failed, HttpStatus.CONFLICT);
        };
    }

    private void requireView(Caller caller) {
        desk.againstViewing(caller).ifPresent(_ -> {
            throw nothing();
        });
    }

    private static Optional<PurgeId> id(String text) {
        return PurgeId.isValid(text) ? Optional.of(new PurgeId(text)) : Optional.empty();
    }

    private static Optional<Keep> keep(String kind, String text) {
        return text.equals("default")
                ? Optional.empty()
                : Optional.of(Keep.parse(text)
                        .orElseThrow(() -> Problems.of(
                                HttpStatus.BAD_REQUEST,
                                "bad-keep",
                                kind + " is kept for " + Keep.SHORTEST + " to " + Keep.LONGEST
                                        + " days, such as \"365\", or \"forever\", or \"default\".")));
    }

    private static int version(@Nullable Integer version) {
        return Optional.ofNullable(version)
                .orElseThrow(() -> Problems.of(
                        HttpStatus.BAD_REQUEST,
                        "no-version",
                        "version is that of the policy as GET /api/retention showed it."));
    }

    private static Instant asOf(@Nullable String text) {
        return Optional.ofNullable(text)
                .flatMap(RetentionController::instant)
                .orElseThrow(
                        () -> Problems.of(
                                HttpStatus.BAD_REQUEST,
                                "no-dry-run",
                                "asOf is the moment of the dry run, as GET /api/retention showed it. Look there first: it says what would go."));
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static ErrorResponseException nothing() {
        return Problems.of(
                HttpStatus.NOT_FOUND, "not-found", "There is nothing at this address, or it is not yours to see.");
    }
}
