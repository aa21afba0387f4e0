/** The API of policy versions. */
@NullMarked
package io.switchboard.control.bundles.web;

import org.jspecify.annotations.NullMarked;
