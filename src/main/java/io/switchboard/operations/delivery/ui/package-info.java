/** Parts of pages that share a file by a secure link. They wire and do not decide. */
@NullMarked
@NamedInterface("ui")
package io.switchboard.operations.delivery.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
