/**
 * The start: refuses wrong settings with a sentence, and gives an empty database its root key and the reserved tenant {@code platform}.
 */
@NullMarked
@ApplicationModule(
        id = "startup",
        allowedDependencies = {"kernel", "tenancy", "identity", "signing"})
package io.switchboard.platform.startup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
