/**
 * Benchmarks: each figure is a ratio against a peer that does the comparable work in the same run, interleaved, five rounds, median. Run by
 * {@code ./mvnw -Pbench}, never by the tests.
 */
@NullMarked
package io.switchboard.bench;

import org.jspecify.annotations.NullMarked;
