/** The API of incidents. */
@NullMarked
package io.switchboard.operations.incidents.web;

import org.jspecify.annotations.NullMarked;
