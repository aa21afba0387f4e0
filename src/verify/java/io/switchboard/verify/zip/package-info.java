/**
 * Reads the one form of zip that a bundle may have: {@code docs/formats/evidence-bundle.md}, section "The zip, byte for byte". Every header is
 * derived again from name, size and CRC-32 and compared, so there is no header byte that could be changed unnoticed.
 */
@NullMarked
package io.switchboard.verify.zip;

import org.jspecify.annotations.NullMarked;
