package io.switchboard.insight.success.web;

import io.switchboard.control.enforcement.web.Problems;
import io.switchboard.insight.success.PilotDesk;
import io.switchboard.kernel.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** All tenants' figures for services of the platform with the role pm. To everybody else it is 404. */
@RestController
class PilotsController {

    private final PilotDesk desk;

    PilotsController(PilotDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/api/success/tenants")
    PilotsJson of(Caller caller, @RequestParam(defaultValue = "30") String period) {
        if (!desk.isHere(caller.tenant()) || desk.againstViewing(caller).isPresent()) {
            throw Problems.of(
                    HttpStatus.NOT_FOUND,
                    "not-found",
                    "There is nothing about other tenants here. Figures of this tenant are at /api/success.");
        }
        return desk.overview(caller, SuccessController.chosen(period))
                .map(PilotsJson::of)
                .orElseThrow();
    }
}
