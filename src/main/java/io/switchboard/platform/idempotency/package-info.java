/**
 * Idempotency of the API ({@code Idempotency-Key}): a POST that is sent again is answered again, and not done again. {@code Rehearsal} lets modules
 * above name the POSTs that change nothing.
 */
@NullMarked
@ApplicationModule(
        id = "idempotency",
        allowedDependencies = {"kernel", "identity", "signing", "scheduling", "web"})
package io.switchboard.platform.idempotency;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
