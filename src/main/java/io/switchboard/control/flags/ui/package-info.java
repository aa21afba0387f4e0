/** Flags for the people of the platform: list, one flag with its rules and history, cohorts; and a flag's state for other pages. */
@NullMarked
@NamedInterface("ui")
package io.switchboard.control.flags.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
