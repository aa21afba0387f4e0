/** Files in which runbooks come, read within limits, and dialects of others put into the portal's. */
@NullMarked
package io.switchboard.operations.runbooks.formats;

import org.jspecify.annotations.NullMarked;
