/**
 * The offline verifier: its own small jar, no network, no database, no Spring, and no code shared with the portal that writes what it
 * checks. Every type of this package either reads one thing strictly or checks one thing; {@link io.switchboard.verify.BundleVerifier} puts them in
 * order, so that nothing is believed before it is authenticated. What it cannot parse it refuses, with a reason and never with an exception.
 */
@NullMarked
package io.switchboard.verify;

import org.jspecify.annotations.NullMarked;
