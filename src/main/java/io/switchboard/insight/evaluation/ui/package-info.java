/** The page of the evaluation kit. */
@NullMarked
package io.switchboard.insight.evaluation.ui;

import org.jspecify.annotations.NullMarked;
