package io.switchboard.operations.administration.scim;

import io.switchboard.platform.web.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.server.ResponseStatusException;

/** Faults of the SCIM controllers in SCIM's form; bugs are the edge's. */
@RestControllerAdvice(basePackageClasses = ScimErrors.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ScimErrors {

    @ExceptionHandler
    void fault(ScimFault fault, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Problems.write(request, response, fault.problem());
    }

    @ExceptionHandler
    void turnedAway(ResponseStatusException fault, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var status = HttpStatus.valueOf(fault.getStatusCode().value());
        var sentence = Optional.ofNullable(fault.getReason()).orElse(status.getReasonPhrase());
        Problems.write(request, response, ScimFault.of(status, sentence).problem());
    }
}
