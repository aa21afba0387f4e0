/** Where a partner admin sets the tenant up. */
@NullMarked
package io.switchboard.operations.administration.ui;

import org.jspecify.annotations.NullMarked;
