package io.switchboard.control.flags.web;

import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.web.Problems;
import io.switchboard.control.flags.Flag;
import io.switchboard.control.flags.FlagDesk;
import io.switchboard.control.flags.FlagKey;
import io.switchboard.control.flags.Ramp;
import io.switchboard.control.flags.RampDesk;
import io.switchboard.control.flags.RampNow;
import io.switchboard.control.flags.RampPlan;
import io.switchboard.control.flags.Rule;
import io.switchboard.control.flags.Target;
import io.switchboard.kernel.Caller;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A flag's ramp: look, start, pause, resume, move, roll back. In any tenant but the platform there is none. */
@RestController
@RequestMapping("/api/flags/{key}/ramp")
class RampController {

    private final FlagDesk flags;
    private final RampDesk ramps;

    RampController(FlagDesk flags, RampDesk ramps) {
        this.flags = flags;
        this.ramps = ramps;
    }

    /** The last one, active or not, with the figures of this moment. */
    @GetMapping
    RampJson.Detail find(Caller caller, @PathVariable String key) {
        return detail(caller, flag(caller, key));
    }

    @PostMapping
    RampJson.Detail start(
            Caller caller, @PathVariable String key, @RequestBody(required = false) RampJson.@Nullable Start wanted) {
        var flag = flag(caller, key);
        var given =
                Optional.ofNullable(wanted).orElseGet(() -> new RampJson.Start(null, null, null, false, null, null));
        int version = Optional.ofNullable(given.flagVersion()).orElse(flag.version());
        var reason = Optional.ofNullable(given.reason()).orElse("");
        return answer(caller, flag, ramps.start(caller, flag.key(), version, plan(given), reason));
    }

    private static RampPlan plan(RampJson.Start given) {
        try {
            return given.plan();
        } catch (IllegalArgumentException e) {
            throw Problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "bad-plan", String.valueOf(e.getMessage()));
        }
    }

    @PostMapping("/pause")
    RampJson.Detail pause(
            Caller caller, @PathVariable String key, @RequestBody(required = false) RampJson.@Nullable Move move) {
        return move(caller, key, move, (flag, reason) -> ramps.pause(caller, flag, reason));
    }

    @PostMapping("/resume")
    RampJson.Detail resume(
            Caller caller, @PathVariable String key, @RequestBody(required = false) RampJson.@Nullable Move move) {
        return move(caller, key, move, (flag, reason) -> ramps.resume(caller, flag, reason));
    }

    /** {@code {"step": 2, "reason": "…"}}: to which, from 1. */
    @PostMapping("/jump")
    RampJson.Detail jump(
            Caller caller, @PathVariable String key, @RequestBody(required = false) RampJson.@Nullable Move move) {
        int step = Optional.ofNullable(move)
                .flatMap(it -> Optional.ofNullable(it.step()))
                .orElse(0);
        return move(caller, key, move, (flag, reason) -> ramps.jump(caller, flag, step - 1, reason));
    }

    @PostMapping("/roll-back")
    RampJson.Detail rollBack(
            Caller caller, @PathVariable String key, @RequestBody(required = false) RampJson.@Nullable Move move) {
        return move(caller, key, move, (flag, reason) -> ramps.rollBack(caller, flag, reason));
    }

    private RampJson.Detail move(
            Caller caller,
            String key,
            RampJson.@Nullable Move move,
            BiFunction<FlagKey, String, Optional<Enforced<Ramp>>> action) {
        var flag = flag(caller, key);
        var reason = Optional.ofNullable(move)
                .flatMap(it -> Optional.ofNullable(it.reason()))
                .orElse("");
        return answer(caller, flag, action.apply(flag.key(), reason));
    }

    private RampJson.Detail answer(Caller caller, Flag flag, Optional<Enforced<Ramp>> ended) {
        return switch (ended.orElseThrow(RampController::none)) {
            case Enforced.Done<Ramp> _ -> detail(caller, flag);
            case Enforced.Refused<Ramp> refused -> throw Problems.of(refused);
            case Enforced.Failed<Ramp> failed ->
                throw Problems.of(
                        failed,
                        failed.failure().code().startsWith("bad-")
                                        || failed.failure().code().startsWith("unknown-")
                                        || failed.failure().code().startsWith("no-")
                                ? HttpStatus.UNPROCESSABLE_CONTENT
                                : HttpStatus.CONFLICT);
        };
    }

    private RampJson.Detail detail(Caller caller, Flag flag) {
        return ramps.now(caller, flag.key())
                .map(now -> RampJson.Detail.of(now, percent(caller, now)))
                .orElseThrow(RampController::none);
    }

    private int percent(Caller caller, RampNow now) {
        return flags.now(caller).find(now.ramp().flag()).filter(Flag::on).stream()
                .flatMap(flag -> flag.rules().stream())
                .filter(Rule::serve)
                .mapToInt(rule -> rule.target() instanceof Target.Share(int percent) ? percent : 0)
                .max()
                .orElse(0);
    }

    private Flag flag(Caller caller, String key) {
        return Optional.of(key)
                .filter(FlagKey::isValid)
                .filter(_ -> flags.isHere(caller.tenant()))
                .flatMap(valid -> flags.now(caller).find(new FlagKey(valid)))
                .orElseThrow(() -> Problems.of(
                        HttpStatus.NOT_FOUND, "not-found", "There is no such flag here. List flags at /api/flags."));
    }

    private static ErrorResponseException none() {
        return Problems.of(
                HttpStatus.NOT_FOUND, "not-found", "This flag has had no ramp. Start one with POST to this address.");
    }
}
