/** Who a client is, over HTTP. */
@NullMarked
package io.switchboard.platform.identity.web;

import org.jspecify.annotations.NullMarked;
