/**
 * Gives committed receipts their place in the tenant's log and publishes it: queue, indices, tiles, signed checkpoints. Any node may do it, one at a time; the
 * rows of {@code log_head} decide, so that two that believe themselves alone cannot contradict each other.
 */
@NullMarked
package io.switchboard.control.receipts.sequencer;

import org.jspecify.annotations.NullMarked;
