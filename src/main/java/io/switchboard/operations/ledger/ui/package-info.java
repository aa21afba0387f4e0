/** Views of the decision ledger; they wire and do not decide. */
@NullMarked
package io.switchboard.operations.ledger.ui;

import org.jspecify.annotations.NullMarked;
