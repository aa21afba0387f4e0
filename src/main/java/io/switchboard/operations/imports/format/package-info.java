/** Readers of uploaded files: limits first, encoding and delimiter recognised, a clear answer for what cannot be read. */
@NullMarked
package io.switchboard.operations.imports.format;

import org.jspecify.annotations.NullMarked;
