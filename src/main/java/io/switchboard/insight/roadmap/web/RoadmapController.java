package io.switchboard.insight.roadmap.web;

import io.switchboard.control.enforcement.web.Problems;
import io.switchboard.insight.roadmap.ItemId;
import io.switchboard.insight.roadmap.LockDocuments;
import io.switchboard.insight.roadmap.Release;
import io.switchboard.insight.roadmap.RoadmapDesk;
import io.switchboard.insight.success.Period;
import io.switchboard.kernel.Caller;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The roadmap for services of the platform with the role pm or platform-admin. To everybody else it is 404. */
@RestController
class RoadmapController {

    private final RoadmapDesk desk;

    RoadmapController(RoadmapDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/api/roadmap")
    RoadmapJson roadmap(Caller caller, @RequestParam(defaultValue = "30") String period) {
        requireHere(caller);
        return desk.findings(caller, chosen(period))
                .map(findings -> RoadmapJson.of(findings, desk.items(caller), desk.locks(caller)))
                .orElseThrow(RoadmapController::nothing);
    }

    @GetMapping("/api/roadmap/items/{id}")
    RoadmapJson.ItemOut item(Caller caller, @PathVariable String id) {
        requireHere(caller);
        return Optional.of(id)
                .filter(ItemId::isValid)
                .flatMap(valid -> desk.item(caller, new ItemId(valid)))
                .map(RoadmapJson.ItemOut::of)
                .orElseThrow(RoadmapController::nothing);
    }

    /** The signed PDF, byte for byte as it was locked. */
    @GetMapping("/api/roadmap/locks/{release}.pdf")
    ResponseEntity<byte[]> pdf(Caller caller, @PathVariable String release) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .body(documents(caller, release).pdf());
    }

    /** The DSSE envelope whose payload is the lock's JSON. */
    @GetMapping("/api/roadmap/locks/{release}.dsse.json")
    ResponseEntity<byte[]> json(Caller caller, @PathVariable String release) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(documents(caller, release).json());
    }

    private LockDocuments documents(Caller caller, String release) {
        requireHere(caller);
        return Optional.of(release)
                .filter(Release::isValid)
                .flatMap(valid -> desk.documents(caller, new Release(valid)))
                .orElseThrow(RoadmapController::nothing);
    }

    private void requireHere(Caller caller) {
        if (!desk.isHere(caller.tenant()) || desk.againstViewing(caller).isPresent()) {
            throw nothing();
        }
    }

    private static Period chosen(String period) {
        return Period.parse(period)
                .orElseThrow(() -> Problems.of(
                        HttpStatus.BAD_REQUEST, "bad-period", "period is 7, 30 or 90 days, not “" + period + "”."));
    }

    private static ErrorResponseException nothing() {
        return Problems.of(
                HttpStatus.NOT_FOUND, "not-found", "There is nothing at this address, or it is not yours to see.");
    }
}
