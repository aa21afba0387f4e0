/**
 * The tree under the receipts, without I/O: RFC 6962 hashing, proofs checked as RFC 9162 says, tiles and checkpoints as C2SP writes them. Bytes in, verdict
 * out.
 */
@NullMarked
package io.switchboard.control.receipts.log;

import org.jspecify.annotations.NullMarked;
