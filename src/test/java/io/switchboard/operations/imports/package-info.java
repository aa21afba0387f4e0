/** Imports on a real database. */
@NullMarked
package io.switchboard.operations.imports;

import org.jspecify.annotations.NullMarked;
