/**
 * Egress control: calls to addresses that somebody typed in go no further than the settings allow, to the address that was checked, with limits on time and size.
 */
@NullMarked
@ApplicationModule(
        id = "outbound",
        allowedDependencies = {})
package io.switchboard.platform.outbound;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
