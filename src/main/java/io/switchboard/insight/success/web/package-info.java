/** The same figures over HTTP. */
@NullMarked
package io.switchboard.insight.success.web;

import org.jspecify.annotations.NullMarked;
