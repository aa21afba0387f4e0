/** Runbooks as pages. */
@NullMarked
package io.switchboard.operations.runbooks.ui;

import org.jspecify.annotations.NullMarked;
