/**
 * The edge of HTTP: what every answer carries (security headers, content security policy), and how the API tells a problem (RFC 9457).
 */
@NullMarked
@ApplicationModule(
        id = "web",
        allowedDependencies = {"kernel", "observability"})
package io.switchboard.platform.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
