/** Imports over HTTP. */
@NullMarked
package io.switchboard.operations.imports.web;

import org.jspecify.annotations.NullMarked;
