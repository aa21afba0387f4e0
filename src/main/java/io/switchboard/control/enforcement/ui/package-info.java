/** How a governed action that did not happen shows, everywhere the same. */
@NullMarked
@NamedInterface("ui")
package io.switchboard.control.enforcement.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
