/** The decision ledger for services. */
@NullMarked
package io.switchboard.operations.ledger.web;

import org.jspecify.annotations.NullMarked;
