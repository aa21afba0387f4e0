/** The offline verifier: its own small jar, no Spring, no code shared with the portal that writes what it checks. */
@NullMarked
package io.switchboard.verify;

import org.jspecify.annotations.NullMarked;
