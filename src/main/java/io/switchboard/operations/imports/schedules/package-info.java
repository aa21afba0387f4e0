/** Files that are fetched again and again from an address, and planned or committed on behalf of whoever set that up. */
@NullMarked
@NamedInterface("schedules")
package io.switchboard.operations.imports.schedules;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
