/** Retention over HTTP. */
@NullMarked
package io.switchboard.operations.retention.web;

import org.jspecify.annotations.NullMarked;
