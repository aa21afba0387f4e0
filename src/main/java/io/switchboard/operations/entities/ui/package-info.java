/** Entities as pages: the list, and one entity with what is near it, drawn and as a table. */
@NullMarked
@NamedInterface("ui")
package io.switchboard.operations.entities.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
