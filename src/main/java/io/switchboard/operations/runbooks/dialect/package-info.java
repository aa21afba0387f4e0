/** The portal's dialect of runbooks: its step types, its rules, its canonical form, and what a reviewer would remark. */
@NullMarked
@NamedInterface("dialect")
package io.switchboard.operations.runbooks.dialect;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
