/**
 * Key management: platform root, per-tenant keys with validity windows, DSSE envelopes, canonical JSON, encryption at rest.
 */
@NullMarked
@ApplicationModule(
        id = "signing",
        allowedDependencies = {"kernel"})
package io.switchboard.platform.signing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
