/** The API of webhooks. */
@NullMarked
package io.switchboard.operations.webhooks.web;

import org.jspecify.annotations.NullMarked;
