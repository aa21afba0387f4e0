/** Views of the roadmap; they wire and do not decide. */
@NullMarked
package io.switchboard.insight.roadmap.ui;

import org.jspecify.annotations.NullMarked;
