/**
 * What the build does to the documents before they are packed: templates become compiled reports, web fonts become the
 * fonts a PDF can embed. Run from source by the build, seen by the tests, and in no jar.
 */
@NullMarked
package io.switchboard.build;

import org.jspecify.annotations.NullMarked;
