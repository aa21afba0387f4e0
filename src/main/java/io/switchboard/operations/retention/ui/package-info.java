/** Retention on a page: how long, what is due, what was purged. Views wire and do not decide. */
@NullMarked
package io.switchboard.operations.retention.ui;

import org.jspecify.annotations.NullMarked;
