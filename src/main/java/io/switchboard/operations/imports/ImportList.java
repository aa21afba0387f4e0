package io.switchboard.operations.imports;

import java.util.List;
import java.util.Optional;

/** A page of imports, newest first; {@code next} is its last one where more follow, {@code total} how many the filter finds in all. */
public record ImportList(List<ImportPlan> items, Optional<ImportId> next, long total) {}
