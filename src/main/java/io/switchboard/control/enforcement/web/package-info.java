/** What the API answers where policy stands against it. */
@NullMarked
package io.switchboard.control.enforcement.web;

import org.jspecify.annotations.NullMarked;
