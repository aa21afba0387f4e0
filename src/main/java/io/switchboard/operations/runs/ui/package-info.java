/** The catalogue of commands, the list of runs, and the page of one run. */
@NullMarked
package io.switchboard.operations.runs.ui;

import org.jspecify.annotations.NullMarked;
