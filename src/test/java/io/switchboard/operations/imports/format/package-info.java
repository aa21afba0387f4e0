/** Readers of uploaded files, on hostile ones. */
@NullMarked
package io.switchboard.operations.imports.format;

import org.jspecify.annotations.NullMarked;
