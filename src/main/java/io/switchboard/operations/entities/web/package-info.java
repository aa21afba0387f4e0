/** Entities over HTTP. */
@NullMarked
package io.switchboard.operations.entities.web;

import org.jspecify.annotations.NullMarked;
