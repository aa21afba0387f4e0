package io.switchboard.insight.trustcentre.web;

import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.web.Problems;
import io.switchboard.insight.trustcentre.CentreSettings;
import io.switchboard.insight.trustcentre.TrustCentre;
import io.switchboard.insight.trustcentre.TrustDocument;
import io.switchboard.kernel.Caller;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How the caller's tenant has set its trust centre up. */
@RestController
@RequestMapping("/api/trust-centre")
class TrustCentreController {

    private final TrustCentre centre;

    TrustCentreController(TrustCentre centre) {
        this.centre = centre;
    }

    /** {@code version} is that of what was seen; 0 for one that nobody has set up. */
    record Draft(
            @Nullable Boolean open,
            @Nullable String welcome,
            @Nullable List<String> documents,
            @Nullable String terms,
            @Nullable Integer version) {}

    /** {@code termsDigest}: SHA-256 of the terms in UTF-8. */
    record Out(
            boolean open,
            String welcome,
            List<String> documents,
            String terms,
            int termsVersion,
            String termsDigest,
            int version) {

        static Out of(CentreSettings settings) {
            return new Out(
                    settings.open(),
                    settings.welcome(),
                    settings.inOrder().stream().map(TrustDocument::wire).toList(),
                    settings.terms().text(),
                    settings.terms().version(),
                    settings.terms().digest().hex(),
                    settings.version());
        }
    }

    @GetMapping
    Out settings(Caller caller) {
        return Out.of(centre.settings(caller));
    }

    @PostMapping
    ResponseEntity<Out> configure(Caller caller, @RequestBody Draft draft) {
        var wanted = new CentreSettings.Draft(
                Boolean.TRUE.equals(draft.open()),
                Optional.ofNullable(draft.welcome()).orElse(""),
                documents(Optional.ofNullable(draft.documents()).orElseGet(List::of)),
                Optional.ofNullable(draft.terms()).orElse(""));
        int version = Optional.ofNullable(draft.version()).orElse(0);
        return switch (centre.configure(caller, wanted, version)) {
            case Enforced.Done<CentreSettings> done ->
                ResponseEntity.ok()
                        .header("Switchboard-Receipt", done.receipt().id().value())
                        .body(Out.of(done.value()));
            case Enforced.Refused<CentreSettings> refused -> throw Problems.of(refused);
            case Enforced.Failed<CentreSettings> failed ->
                throw Problems.of(
                        failed,
                        failed.failure().code().equals("changed-meanwhile")
                                ? HttpStatus.CONFLICT
                                : HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private static Set<TrustDocument> documents(List<String> wire) {
        return wire.stream().map(TrustCentreController::document).collect(Collectors.toUnmodifiableSet());
    }

    static TrustDocument document(String wire) {
        return TrustDocument.parse(wire)
                .orElseThrow(() -> Problems.of(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "no-such-document",
                        "A trust centre knows posture-pack, posture-one-pager and trust-report."));
    }
}
