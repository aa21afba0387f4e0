/** Trust reports on a page. */
@NullMarked
package io.switchboard.insight.trustreports.ui;

import org.jspecify.annotations.NullMarked;
