/** Identities as an import kind. */
@NullMarked
package io.switchboard.operations.administration;

import org.jspecify.annotations.NullMarked;
