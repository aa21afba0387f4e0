/** What every view of a tenant begins with: whose pages these are and who is looking. */
@NullMarked
@NamedInterface("ui")
package io.switchboard.platform.identity.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
