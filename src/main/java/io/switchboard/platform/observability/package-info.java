/**
 * Telemetry: one W3C trace id through request, log line, decision, receipt and background job; metrics and health.
 */
@NullMarked
@ApplicationModule(
        id = "observability",
        allowedDependencies = {"kernel"})
package io.switchboard.platform.observability;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
