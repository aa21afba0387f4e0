/** The pages of incidents. */
@NullMarked
package io.switchboard.operations.incidents.ui;

import org.jspecify.annotations.NullMarked;
