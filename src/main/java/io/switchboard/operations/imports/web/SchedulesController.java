package io.switchboard.operations.imports.web;

import io.switchboard.control.enforcement.Enforced;
import io.switchboard.kernel.Caller;
import io.switchboard.operations.imports.schedules.ImportSchedule;
import io.switchboard.operations.imports.schedules.ImportSchedules;
import io.switchboard.operations.imports.schedules.ScheduleId;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The tenant's schedules of imports: list, look, create, change, pause, resume, run, delete. Another tenant's is 404 like one that never was. */
@RestController
@RequestMapping("/api/import-schedules")
class SchedulesController {

    private final ImportSchedules schedules;

    SchedulesController(ImportSchedules schedules) {
        this.schedules = schedules;
    }

    @GetMapping
    ScheduleJson.Items all(Caller caller) {
        return new ScheduleJson.Items(
                schedules.all(caller).stream().map(ScheduleJson.Item::of).toList());
    }

    @PostMapping
    ResponseEntity<?> create(Caller caller, @RequestBody ScheduleJson.Wanted wanted) {
        return answer(schedules.create(caller, wanted.draft()));
    }

    @GetMapping("/{id}")
    ResponseEntity<?> one(Caller caller, @PathVariable String id) {
        return known(id)
                .flatMap(known -> schedules.find(caller, known))
                .<ResponseEntity<?>>map(schedule -> ResponseEntity.ok(ScheduleJson.Item.of(schedule)))
                .orElseGet(SchedulesController::notFound);
    }

    /** All of it anew; a token that is left out stays as it was, for the same host. */
    @PutMapping("/{id}")
    ResponseEntity<?> change(
            Caller caller,
            @PathVariable String id,
            @RequestBody(required = false) ScheduleJson.@Nullable Wanted wanted) {
        return wanted == null
                ? nothingWanted(caller, id)
                : known(id)
                        .flatMap(known -> schedules.change(caller, known, wanted.draft()))
                        .<ResponseEntity<?>>map(SchedulesController::answer)
                        .orElseGet(SchedulesController::notFound);
    }

    private ResponseEntity<?> nothingWanted(Caller caller, String id) {
        return known(id)
                .flatMap(known -> schedules.find(caller, known))
                .<ResponseEntity<?>>map(_ -> ImportProblems.problem(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "no-body",
                        "Send the whole schedule as it is to be, as JSON."))
                .orElseGet(SchedulesController::notFound);
    }

    @DeleteMapping("/{id}")
    ResponseEntity<?> delete(Caller caller, @PathVariable String id) {
        return done(caller, id, schedules::delete);
    }

    @PostMapping("/{id}/pause")
    ResponseEntity<?> pause(Caller caller, @PathVariable String id) {
        return done(caller, id, schedules::pause);
    }

    @PostMapping("/{id}/resume")
    ResponseEntity<?> resume(Caller caller, @PathVariable String id) {
        return done(caller, id, schedules::resume);
    }

    /** One run at once, in the background: its outcome is at {@code last}, and among the runs. */
    @PostMapping("/{id}/run")
    ResponseEntity<?> run(Caller caller, @PathVariable String id) {
        return done(caller, id, schedules::run);
    }

    @GetMapping("/{id}/runs")
    ResponseEntity<?> runs(
            Caller caller,
            @PathVariable String id,
            @RequestParam Optional<Integer> cursor,
            @RequestParam(defaultValue = "50") int limit) {
        var schedule = known(id).flatMap(known -> schedules.find(caller, known));
        if (schedule.isEmpty()) {
            return notFound();
        }
        var items = schedules.runs(caller, schedule.get().id(), cursor, limit).stream()
                .map(ScheduleJson.Run::of)
                .toList();
        var next = items.isEmpty() || items.getLast().number() == 1
                ? Optional.<Integer>empty()
                : Optional.of(items.getLast().number());
        return ResponseEntity.ok(new ScheduleJson.Runs(items, next));
    }

    private static ResponseEntity<?> done(
            Caller caller, String id, BiFunction<Caller, ScheduleId, Optional<Enforced<ImportSchedule>>> operation) {
        return known(id)
                .flatMap(known -> operation.apply(caller, known))
                .<ResponseEntity<?>>map(SchedulesController::answer)
                .orElseGet(SchedulesController::notFound);
    }

    private static Optional<ScheduleId> known(String id) {
        return Optional.of(id).filter(ScheduleId::isValid).map(ScheduleId::new);
    }

    private static ResponseEntity<?> answer(Enforced<ImportSchedule> ended) {
        return EnforcedAnswer.of(ended, ScheduleJson.Item::of);
    }

    private static ResponseEntity<?> notFound() {
        return ImportProblems.problem(
                HttpStatus.NOT_FOUND,
                "not-found",
                "There is no such schedule. Check the id, or list schedules at /api/import-schedules.");
    }
}
