/** SCIM 2.0 service provider (RFC 7643, RFC 7644): members and groups as identity providers write them, each write decided by policy and receipted. */
@NullMarked
package io.switchboard.operations.administration.scim;

import org.jspecify.annotations.NullMarked;
