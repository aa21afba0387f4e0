/** Where a log's published files are: immutable tiles and entry bundles, and the one file that changes, the checkpoint. */
@NullMarked
package io.switchboard.control.receipts.storage;

import org.jspecify.annotations.NullMarked;
