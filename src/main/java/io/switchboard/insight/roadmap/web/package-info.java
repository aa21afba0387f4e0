/** The roadmap for services of the platform. */
@NullMarked
package io.switchboard.insight.roadmap.web;

import org.jspecify.annotations.NullMarked;
