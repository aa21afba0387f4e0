package io.switchboard.control.bundles.web;

import io.switchboard.control.bundles.BundleChanges;
import io.switchboard.control.bundles.BundleDesk;
import io.switchboard.control.bundles.BundleDiff;
import io.switchboard.control.bundles.Proposal;
import io.switchboard.control.bundles.Simulation;
import io.switchboard.control.bundles.SimulationDesk;
import io.switchboard.control.bundles.SimulationId;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.web.Problems;
import io.switchboard.control.policy.BundleFiles;
import io.switchboard.control.policy.PolicyVersion;
import io.switchboard.kernel.Caller;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Versions of the policies for services of the platform: look, propose, simulate. What is in force is decided in person. */
@RestController
@RequestMapping("/api/policy")
class PolicyController {

    private static final MediaType DSSE = MediaType.parseMediaType("application/vnd.dsse+json");

    private final BundleDesk desk;
    private final BundleChanges changes;
    private final SimulationDesk simulations;

    PolicyController(BundleDesk desk, BundleChanges changes, SimulationDesk simulations) {
        this.desk = desk;
        this.changes = changes;
        this.simulations = simulations;
    }

    @GetMapping("/versions")
    PolicyJson.All list(Caller caller) {
        requireHere(caller);
        return PolicyJson.All.of(desk.list(caller));
    }

    @GetMapping("/versions/{number}")
    PolicyJson.Detail find(Caller caller, @PathVariable String number) {
        requireHere(caller);
        return detail(caller, version(caller, number));
    }

    /** What the platform signed about it: the exact bytes of a DSSE envelope. */
    @GetMapping("/versions/{number}/statement")
    ResponseEntity<byte[]> statement(Caller caller, @PathVariable String number) {
        requireHere(caller);
        return ResponseEntity.ok()
                .contentType(DSSE)
                .body(version(caller, number)
                        .statement()
                        .orElseThrow(() -> missing("The version is not signed yet. Ask again in a moment.")));
    }

    /** A new version made from another one, which is not in force. */
    @PostMapping("/versions")
    ResponseEntity<?> propose(Caller caller, @RequestBody PolicyJson.Draft draft) {
        requireHere(caller);
        var based = Optional.ofNullable(draft.basedOn())
                .flatMap(number -> desk.find(caller, number))
                .orElseThrow(
                        () -> Problems.of(
                                HttpStatus.UNPROCESSABLE_CONTENT,
                                "unknown-version",
                                "Name in basedOn the number of the version of /api/policy/versions that this one was made from."));
        return switch (changes.propose(caller, proposal(based, draft))) {
            case Enforced.Done<PolicyVersion> done ->
                ResponseEntity.created(URI.create(
                                "/api/policy/versions/" + done.value().number()))
                        .body(detail(caller, done.value()));
            case Enforced.Refused<PolicyVersion> refused -> throw Problems.of(refused);
            case Enforced.Failed<PolicyVersion> failed -> throw Problems.of(failed, HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private static Proposal proposal(PolicyVersion based, PolicyJson.Draft draft) {
        BundleFiles files = based.files();
        for (var file : Optional.ofNullable(draft.files()).orElse(Map.of()).entrySet()) {
            files = files.with(file.getKey(), file.getValue());
        }
        return new Proposal(
                files,
                Optional.ofNullable(draft.title()).orElse(""),
                Optional.ofNullable(draft.why()).orElse(""),
                based.number());
    }

    /** 202 with the simulation's place: it goes on in the background. */
    @PostMapping("/versions/{number}/simulations")
    ResponseEntity<?> simulate(Caller caller, @PathVariable String number) {
        requireHere(caller);
        var ended =
                simulations.simulate(caller, version(caller, number).number()).orElseThrow(PolicyController::noVersion);
        return switch (ended) {
            case Enforced.Done<Simulation> done ->
                ResponseEntity.accepted()
                        .location(URI.create(
                                "/api/policy/simulations/" + done.value().id()))
                        .body(PolicyJson.Result.of(done.value()));
            case Enforced.Refused<Simulation> refused -> throw Problems.of(refused);
            case Enforced.Failed<Simulation> failed -> throw Problems.of(failed, HttpStatus.CONFLICT);
        };
    }

    /** How far it is, and what it came to. */
    @GetMapping("/simulations/{id}")
    PolicyJson.Report simulation(Caller caller, @PathVariable String id) {
        requireHere(caller);
        return Optional.of(id)
                .filter(SimulationId::isValid)
                .flatMap(valid -> desk.simulation(caller, new SimulationId(valid)))
                .map(found -> PolicyJson.Report.of(found, desk.flips(caller, found.id())))
                .orElseThrow(() ->
                        missing("There is no such simulation. A version of /api/policy/versions names its latest."));
    }

    private PolicyJson.Detail detail(Caller caller, PolicyVersion version) {
        var active = desk.active(caller).map(PolicyVersion::files).orElse(version.files());
        return new PolicyJson.Detail(
                PolicyJson.Item.of(version),
                version.why(),
                version.files().texts(),
                PolicyJson.Changes.of(BundleDiff.between(active, version.files())),
                desk.simulation(caller, version.number()).map(PolicyJson.Result::of),
                desk.shadowFigures(caller, version.number()).stream()
                        .map(PolicyJson.Beside::of)
                        .toList());
    }

    private PolicyVersion version(Caller caller, String number) {
        return Optional.of(number)
                .filter(text -> text.matches("[1-9][0-9]{0,5}"))
                .flatMap(text -> desk.find(caller, Integer.parseInt(text)))
                .orElseThrow(PolicyController::noVersion);
    }

    private void requireHere(Caller caller) {
        if (!desk.isHere(caller.tenant())) {
            throw missing("No policies are managed here. They belong to the tenant platform.");
        }
    }

    private static ErrorResponseException noVersion() {
        return missing("There is no such version of the policies. List them at /api/policy/versions.");
    }

    private static ErrorResponseException missing(String detail) {
        return Problems.of(HttpStatus.NOT_FOUND, "not-found", detail);
    }
}
