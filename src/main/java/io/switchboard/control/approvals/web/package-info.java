/** The API of approvals. */
@NullMarked
package io.switchboard.control.approvals.web;

import org.jspecify.annotations.NullMarked;
