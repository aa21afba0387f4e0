/** Saying what hurts, from every screen; what became of it; the board. */
@NullMarked
@NamedInterface("ui")
package io.switchboard.operations.feedback.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
