/** The trust centre's doors: for strangers a public page and their own, and the API of the tenant's people. */
@NullMarked
package io.switchboard.insight.trustcentre.web;

import org.jspecify.annotations.NullMarked;
