/** Trust reports over HTTP. */
@NullMarked
package io.switchboard.insight.trustreports.web;

import org.jspecify.annotations.NullMarked;
