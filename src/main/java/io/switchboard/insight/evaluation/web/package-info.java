/** The API of the evaluation kit. */
@NullMarked
package io.switchboard.insight.evaluation.web;

import org.jspecify.annotations.NullMarked;
