/** The portal as it runs: started on a free port with a database of its own, spoken to over HTTP. */
@NullMarked
package io.switchboard.running;

import org.jspecify.annotations.NullMarked;
