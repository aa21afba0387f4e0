/** The page of the probes. */
@NullMarked
package io.switchboard.insight.isolation.ui;

import org.jspecify.annotations.NullMarked;
