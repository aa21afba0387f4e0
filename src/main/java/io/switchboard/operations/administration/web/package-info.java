/** Administration over HTTP. */
@NullMarked
package io.switchboard.operations.administration.web;

import org.jspecify.annotations.NullMarked;
