/** Where the portal starts. Tiers, from the ground up: kernel, platform, control, operations, insight, shell. */
@NullMarked
package io.switchboard;

import org.jspecify.annotations.NullMarked;
