package io.switchboard.insight.success.web;

import io.switchboard.control.enforcement.web.Problems;
import io.switchboard.insight.success.Period;
import io.switchboard.insight.success.SuccessDesk;
import io.switchboard.kernel.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The figures of the dashboard of the caller's tenant. */
@RestController
class SuccessController {

    private final SuccessDesk desk;

    SuccessController(SuccessDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/api/success")
    SuccessJson of(Caller caller, @RequestParam(defaultValue = "30") String period) {
        return SuccessJson.of(desk.of(caller, chosen(period)));
    }

    static Period chosen(String period) {
        return Period.parse(period)
                .orElseThrow(() -> Problems.of(
                        HttpStatus.BAD_REQUEST,
                        "bad-period",
                        "The parameter period is a number of days: 7, 30 or 90. Leave it out for 30."));
    }
}
