/**
 * The formats and the arithmetic of a transparency log: C2SP signed notes, checkpoints, proofs and tiles, and the Merkle tree of RFC 6962. Nothing here knows a
 * receipt or a bundle. What is malformed or does not prove what it should is {@link io.switchboard.verify.tlog.Refuted}, with the reason.
 */
@NullMarked
package io.switchboard.verify.tlog;

import org.jspecify.annotations.NullMarked;
