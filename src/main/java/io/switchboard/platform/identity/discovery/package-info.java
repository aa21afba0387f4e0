/** OpenID Connect Discovery 1.0: asks an issuer that somebody typed in where its endpoints are, and reaches no further than it may. */
@NullMarked
@NamedInterface("discovery")
package io.switchboard.platform.identity.discovery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
