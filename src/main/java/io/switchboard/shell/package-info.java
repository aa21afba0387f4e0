/** The application shell: frames every view, welcomes people, shows errors. Nothing depends on it. */
@NullMarked
@ApplicationModule(
        id = "shell",
        allowedDependencies = {
            "kernel",
            "tenancy",
            "identity",
            "identity :: ui",
            "components",
            "observability",
            "receipts",
            "administration",
            "enforcement",
            "feedback :: ui",
            "signing"
        })
package io.switchboard.shell;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
