/** Journeys of people through the running portal, in a real browser: {@link io.switchboard.journeys.Journey} is what they stand on. */
@NullMarked
package io.switchboard.journeys;

import org.jspecify.annotations.NullMarked;
