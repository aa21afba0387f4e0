/** The policies for the people of the platform: versions, one version with what it changes and would change, and a form for the next. */
@NullMarked
package io.switchboard.control.bundles.ui;

import org.jspecify.annotations.NullMarked;
