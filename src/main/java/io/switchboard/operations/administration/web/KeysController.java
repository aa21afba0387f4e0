package io.switchboard.operations.administration.web;

import io.switchboard.kernel.Caller;
import io.switchboard.operations.administration.KeyOperations;
import io.switchboard.platform.signing.KeyFile;
import io.switchboard.platform.signing.KeyUse;
import io.switchboard.platform.signing.Overlap;
import java.io.IOException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The caller's tenant's keys: list, rotate, bring, retire, rehearse. Another tenant's key is 404 like one that never was. */
@RestController
@RequestMapping("/api/keys")
class KeysController {

    private final KeyOperations keys;

    KeysController(KeyOperations keys) {
        this.keys = keys;
    }

    @GetMapping
    KeyJson.Keys list(Caller caller) {
        return KeyJson.Keys.of(keys.keys(caller.tenant()));
    }

    @PostMapping("/rotations")
    ResponseEntity<?> rotate(Caller caller, @RequestBody KeyJson.Rotation asked) {
        return use(asked.use())
                .<ResponseEntity<?>>map(use -> within(
                        asked.overlap(), overlap -> KeyAnswers.of(keys.rotate(caller, use, overlap), KeyJson.Key::of)))
                .orElseThrow(() -> KeyAnswers.unprocessable(
                        "bad-use", "The use is one of receipt, log and document: say which key is to be followed."));
    }

    @PostMapping("/rehearsals")
    ResponseEntity<?> rehearse(Caller caller, @RequestBody KeyJson.Rehearsal asked) {
        return within(asked.overlap(), overlap -> KeyAnswers.of(keys.rehearse(caller, overlap), KeyJson.Tried::of));
    }

    @PostMapping("/retirements")
    ResponseEntity<?> retire(Caller caller, @RequestBody KeyJson.Retirement asked) {
        return Optional.ofNullable(asked.key())
                .flatMap(key -> keys.retire(caller, key))
                .<ResponseEntity<?>>map(ended -> KeyAnswers.of(ended, KeyJson.Key::of))
                .orElseThrow(KeyAnswers::notFound);
    }

    @PostMapping(path = "/brought", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<?> bring(
            Caller caller,
            @RequestParam MultipartFile file,
            @RequestParam(required = false) @Nullable String password,
            @RequestParam(required = false) @Nullable String overlap)
            throws IOException {
        if (file.getSize() > KeyFile.LARGEST) {
            throw KeyAnswers.unprocessable(
                    "unusable-key", "A key file has at most " + KeyFile.LARGEST + " bytes. Bring one private key.");
        }
        var key = new KeyFile(file.getBytes(), Optional.ofNullable(password));
        return within(overlap, valid -> KeyAnswers.of(keys.bring(caller, key, valid), KeyJson.Key::of));
    }

    private static Optional<KeyUse> use(@Nullable String wire) {
        return Arrays.stream(KeyUse.values())
                .filter(use -> use.wire().equals(wire))
                .findFirst();
    }

    private static ResponseEntity<?> within(@Nullable String overlap, Function<Overlap, ResponseEntity<?>> operation) {
        return parsed(overlap == null ? "P1D" : overlap)
                .filter(Overlap::isValid)
                .<ResponseEntity<?>>map(value -> operation.apply(new Overlap(value)))
                .orElseThrow(() -> KeyAnswers.unprocessable(
                        "bad-overlap", "The overlap is an ISO 8601 duration from PT1M to P90D, for example P1D."));
    }

    private static Optional<Duration> parsed(String text) {
        try {
            return Optional.of(Duration.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
