/** The pages of approvals. */
@NullMarked
package io.switchboard.control.approvals.ui;

import org.jspecify.annotations.NullMarked;
