/** The import wizard: a list, an upload, and one page for everything after, whose state is the plan's in the database. */
@NullMarked
package io.switchboard.operations.imports.ui;

import org.jspecify.annotations.NullMarked;
