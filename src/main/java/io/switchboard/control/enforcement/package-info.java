/**
 * Policy enforcement point (XACML PEP): the one short way a governed action takes, from decision through change to receipt and event.
 */
@NullMarked
@ApplicationModule(
        id = "enforcement",
        allowedDependencies = {
            "kernel",
            "identity",
            "policy",
            "receipts",
            "receipts :: ui",
            "components",
            "observability"
        })
package io.switchboard.control.enforcement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
