/** The probes over HTTP. */
@NullMarked
package io.switchboard.insight.isolation.web;

import org.jspecify.annotations.NullMarked;
