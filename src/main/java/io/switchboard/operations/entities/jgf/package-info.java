/** JSON Graph Format, versions 1 and 2: one graph or several in a file. */
@NullMarked
package io.switchboard.operations.entities.jgf;

import org.jspecify.annotations.NullMarked;
