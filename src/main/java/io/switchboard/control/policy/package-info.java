/**
 * Policy decision point (XACML PDP) on Cedar: deny by default, fail closed; every governed decision recorded and explained. Policies have
 * signed versions; the active one is asked, on every node, and one in shadow beside it.
 */
@NullMarked
@ApplicationModule(
        id = "policy",
        allowedDependencies = {"kernel", "observability", "signing", "tenancy"})
package io.switchboard.control.policy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
