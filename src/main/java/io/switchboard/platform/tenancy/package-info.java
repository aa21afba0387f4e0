/**
 * Tenant registry: which tenants exist, their plan, brand and settings. Unknown is empty here and 404 at every door.
 */
@NullMarked
@ApplicationModule(
        id = "tenancy",
        allowedDependencies = {"kernel"})
package io.switchboard.platform.tenancy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
