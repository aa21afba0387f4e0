/** Service levels over HTTP. */
@NullMarked
package io.switchboard.insight.reliability.web;

import org.jspecify.annotations.NullMarked;
