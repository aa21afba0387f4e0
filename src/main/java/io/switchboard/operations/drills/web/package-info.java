/** The drills for services of the platform. */
@NullMarked
package io.switchboard.operations.drills.web;

import org.jspecify.annotations.NullMarked;
