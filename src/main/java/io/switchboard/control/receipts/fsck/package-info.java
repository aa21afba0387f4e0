/** Recomputes a whole log from the receipts' rows and from the published files, and compares both with every checkpoint that was ever signed. */
@NullMarked
@NamedInterface("fsck")
package io.switchboard.control.receipts.fsck;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
