/** Receipts over HTTP. */
@NullMarked
package io.switchboard.control.receipts.web;

import org.jspecify.annotations.NullMarked;
