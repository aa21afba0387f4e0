/** The embedded OpenID provider. A root package of its own, so that neither application scans the other. */
@NullMarked
package provider;

import org.jspecify.annotations.NullMarked;
