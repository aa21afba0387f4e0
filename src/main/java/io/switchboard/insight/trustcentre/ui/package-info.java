/** The trust centre's pages for the tenant's people. */
@NullMarked
package io.switchboard.insight.trustcentre.ui;

import org.jspecify.annotations.NullMarked;
