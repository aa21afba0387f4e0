/**
 * Policy decision point (XACML PDP) on Cedar: deny by default, fail closed; every governed decision recorded and explained.
 */
@NullMarked
@ApplicationModule(
        id = "policy",
        allowedDependencies = {"kernel", "observability"})
package io.switchboard.control.policy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
