/** The success dashboard. */
@NullMarked
package io.switchboard.insight.success.ui;

import org.jspecify.annotations.NullMarked;
