/**
 * That somebody else has seen the log's checkpoint at a time: RFC 3161 timestamps. Asked for hourly, on export and on demand, in the background and again until
 * there is one; nothing waits for it.
 */
@NullMarked
package io.switchboard.control.receipts.anchoring;

import org.jspecify.annotations.NullMarked;
