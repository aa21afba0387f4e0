/** The API of runbooks. */
@NullMarked
package io.switchboard.operations.runbooks.web;

import org.jspecify.annotations.NullMarked;
