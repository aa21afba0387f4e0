/** A graph in arrays: compressed sparse rows and a breadth-first walk. Knows neither tenants nor policy nor a database. */
@NullMarked
package io.switchboard.operations.entities.graph;

import org.jspecify.annotations.NullMarked;
