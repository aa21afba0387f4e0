/** Views of the drills; they wire and do not decide. */
@NullMarked
package io.switchboard.operations.drills.ui;

import org.jspecify.annotations.NullMarked;
