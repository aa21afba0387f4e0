package io.switchboard.operations.drills;

import io.switchboard.kernel.Sha256;

/** So many rows, and the SHA-256 over all their values in the order of the key. */
record TableSum(String table, long rows, Sha256 digest) {}
