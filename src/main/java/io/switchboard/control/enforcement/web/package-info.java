/** What the API answers where policy stands against it. */
@NullMarked
@NamedInterface("web")
package io.switchboard.control.enforcement.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
