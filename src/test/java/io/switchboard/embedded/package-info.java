/** Services that the development start and the tests bring along: MariaDB and an OpenID provider. Never in the portal's jar. */
@NullMarked
package io.switchboard.embedded;

import org.jspecify.annotations.NullMarked;
