package io.switchboard.control.flags.web;

import io.switchboard.control.enforcement.web.Problems;
import io.switchboard.control.flags.FlagDesk;
import io.switchboard.control.flags.FlagKey;
import io.switchboard.control.flags.Snapshot;
import io.switchboard.kernel.Caller;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Flags to look at: all of them for services of the platform, for any other tenant what they are for it. Changes are made in person. */
@RestController
@RequestMapping("/api/flags")
class FlagController {

    private final FlagDesk desk;

    FlagController(FlagDesk desk) {
        this.desk = desk;
    }

    /** As they are now, or as they were {@code at} an instant such as {@code 2026-05-04T10:00:00Z}. */
    @GetMapping
    FlagJson.All list(Caller caller, @RequestParam Optional<String> at) {
        requireHere(caller);
        return FlagJson.All.of(snapshot(caller, at), desk.staleSince());
    }

    @GetMapping("/{key}")
    FlagJson.Detail find(Caller caller, @PathVariable String key, @RequestParam Optional<String> at) {
        requireHere(caller);
        return Optional.of(key)
                .filter(FlagKey::isValid)
                .map(FlagKey::new)
                .flatMap(valid -> snapshot(caller, at).find(valid))
                .map(flag -> FlagJson.Detail.of(flag, desk.history(caller, flag.key())))
                .orElseThrow(() -> missing("There is no such flag, or there was none then. List flags at /api/flags."));
    }

    /** What each flag is for the caller's own tenant. */
    @GetMapping("/evaluations")
    FlagJson.Evaluations evaluations(Caller caller) {
        return FlagJson.Evaluations.of(desk.evaluations(caller));
    }

    private Snapshot snapshot(Caller caller, Optional<String> at) {
        return at.map(FlagController::instant)
                .map(time -> desk.at(caller, time))
                .orElseGet(() -> desk.now(caller));
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw Problems.of(
                    HttpStatus.BAD_REQUEST,
                    "bad-time",
                    "The parameter at is an instant in UTC such as 2026-05-04T10:00:00Z.");
        }
    }

    private void requireHere(Caller caller) {
        if (!desk.isHere(caller.tenant())) {
            throw missing("No flags are managed here. What they are for this tenant is at /api/flags/evaluations.");
        }
    }

    private static ErrorResponseException missing(String detail) {
        return Problems.of(HttpStatus.NOT_FOUND, "not-found", detail);
    }
}
