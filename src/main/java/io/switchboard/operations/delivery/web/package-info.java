/** The door that a secure link opens, and the API of deliveries. */
@NullMarked
package io.switchboard.operations.delivery.web;

import org.jspecify.annotations.NullMarked;
