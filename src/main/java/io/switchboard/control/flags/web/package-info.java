/** The API of flags. */
@NullMarked
package io.switchboard.control.flags.web;

import org.jspecify.annotations.NullMarked;
