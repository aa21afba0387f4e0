package io.switchboard.operations.drills.web;

import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.web.Problems;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.operations.drills.DrDrills;
import io.switchboard.operations.drills.Drill;
import io.switchboard.operations.drills.DrillDesk;
import io.switchboard.operations.drills.DrillId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The drills for services of the platform. To everybody else it is 404. */
@RestController
class DrillsController {

    private final DrillDesk desk;
    private final DrDrills drills;

    DrillsController(DrillDesk desk, DrDrills drills) {
        this.desk = desk;
        this.drills = drills;
    }

    /** Durations in milliseconds; absent as far as the drill did not come. */
    record DrillJson(
            String id,
            String startedAt,
            @Nullable String endedAt,
            String outcome,
            @Nullable String failure,
            @Nullable String explanation,
            int tables,
            long rows,
            int logs,
            long entries,
            @Nullable Long rtoMillis,
            @Nullable Long rpoMillis,
            @Nullable Long receiptsLost,
            @Nullable String receipt) {

        static DrillJson of(Drill drill) {
            var figures = drill.figures();
            return new DrillJson(
                    drill.id().value(),
                    drill.startedAt().toString(),
                    drill.state() == Drill.State.RUNNING
                            ? null
                            : drill.endedAt().map(Object::toString).orElse(null),
                    drill.state().word(),
                    drill.failure().orElse(null),
                    drill.explanation().orElse(null),
                    figures.tables(),
                    figures.rows(),
                    figures.logs(),
                    figures.entries(),
                    figures.rto().map(Duration::toMillis).orElse(null),
                    figures.rpo().map(Duration::toMillis).orElse(null),
                    figures.lost().orElse(null),
                    drill.receipt().map(ReceiptId::value).orElse(null));
        }
    }

    @GetMapping("/api/drills")
    List<DrillJson> all(Caller caller) {
        requireHere(caller);
        return desk.drills(caller).stream().map(DrillJson::of).toList();
    }

    /** Answers when the drill has ended. */
    @PostMapping("/api/drills")
    ResponseEntity<DrillJson> run(Caller caller) {
        requireHere(caller);
        return switch (drills.run(caller)) {
            case Enforced.Done<Drill> done ->
                ResponseEntity.ok()
                        .header("Switchboard-Receipt", done.receipt().id().value())
                        .body(DrillJson.of(done.value()));
            case Enforced.Refused<Drill> refused -> throw Problems.of(refused);
            case Enforced.Failed<Drill> failed -> throw Problems.of(failed, HttpStatus.CONFLICT);
        };
    }

    /** The DSSE envelope of what the drill found. */
    @GetMapping("/api/drills/{id}.dsse.json")
    ResponseEntity<byte[]> statement(Caller caller, @PathVariable String id) {
        requireHere(caller);
        return Optional.of(id)
                .filter(DrillId::isValid)
                .flatMap(valid -> desk.statement(caller, new DrillId(valid)))
                .map(bytes -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(bytes))
                .orElseThrow(DrillsController::nothing);
    }

    private void requireHere(Caller caller) {
        if (!desk.isHere(caller.tenant()) || desk.againstViewing(caller).isPresent()) {
            throw nothing();
        }
    }

    private static ErrorResponseException nothing() {
        return Problems.of(
                HttpStatus.NOT_FOUND, "not-found", "There is nothing at this address, or it is not yours to see.");
    }
}
