/** The whole portal with its demo tenants, its views driven without a browser. */
@NullMarked
package io.switchboard.browserless;

import org.jspecify.annotations.NullMarked;
