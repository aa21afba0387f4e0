/** The grammar of SCIM's filters and attribute paths (RFC 7644, sections 3.4.2.2 and 3.5.2), limits first. */
@NullMarked
package io.switchboard.operations.administration.scim.filter;

import org.jspecify.annotations.NullMarked;
