/** The page of webhooks. */
@NullMarked
package io.switchboard.operations.webhooks.ui;

import org.jspecify.annotations.NullMarked;
