/** The door that a secure link opens. */
@NullMarked
package io.switchboard.operations.delivery.web;

import org.jspecify.annotations.NullMarked;
