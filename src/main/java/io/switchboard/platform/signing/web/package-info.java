/** What anybody may fetch to verify: the root's public key and the signed key set. */
@NullMarked
package io.switchboard.platform.signing.web;

import org.jspecify.annotations.NullMarked;
