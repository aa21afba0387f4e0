/** Runs and the catalogue over HTTP. */
@NullMarked
package io.switchboard.operations.runs.web;

import org.jspecify.annotations.NullMarked;
