/** PAdES signatures (ETSI EN 319 142-1) over finished documents. */
@NullMarked
package io.switchboard.platform.documents.signature;

import org.jspecify.annotations.NullMarked;
