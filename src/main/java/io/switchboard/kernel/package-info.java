/**
 * The shared kernel: the words every module speaks. Ids that cannot be malformed, who acts, what was asked, digests.
 * No input or output, no framework beyond annotations, and no dependency on any other module.
 */
@NullMarked
@ApplicationModule(
        id = "kernel",
        allowedDependencies = {})
package io.switchboard.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
