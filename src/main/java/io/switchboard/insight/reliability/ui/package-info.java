/** The page of service levels. */
@NullMarked
package io.switchboard.insight.reliability.ui;

import org.jspecify.annotations.NullMarked;
