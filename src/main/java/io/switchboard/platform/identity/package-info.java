/**
 * IAM mechanism: OIDC connections per tenant, sign-in, members and their roles, service clients. It decides nothing about what they may do.
 */
@NullMarked
@ApplicationModule(
        id = "identity",
        allowedDependencies = {"kernel", "tenancy", "signing", "observability", "outbound", "web"})
package io.switchboard.platform.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
