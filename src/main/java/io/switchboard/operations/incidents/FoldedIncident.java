package io.switchboard.operations.incidents;

import io.switchboard.kernel.Utc;
import io.switchboard.operations.incidents.IncidentRow.Read;
import io.switchboard.operations.incidents.IncidentRow.Text;
import io.switchboard.operations.incidents.IncidentRow.Time;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All rows of one incident as one: how it stands is what its last change says, its timeline is all of them. Which row came first in the file plays no part: changes are ordered by their
 * time, then their sequence, then their state and words.
 */
record FoldedIncident(List<Read> changes) {

    /** As a DATETIME(6) reads back. */
    private static final DateTimeFormatter COLUMN = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS");

    private static final Comparator<Read> IN_TIME = Comparator.comparing(
                    FoldedIncident::at, Comparator.nullsFirst(Comparator.<Instant>naturalOrder()))
            .thenComparingLong(Read::sequence)
            .thenComparing(Read::status)
            .thenComparing(read -> read.texts().toString())
            .thenComparing(read -> read.times().toString());

    FoldedIncident {
        changes = changes.stream().distinct().sorted(IN_TIME).toList();
    }

    /** Its fields in their stored form. */
    Map<String, Optional<String>> values() {
        var last = changes.getLast();
        var values = new LinkedHashMap<String, Optional<String>>();
        values.put("title", latest(Text.TITLE));
        values.put("status", Optional.of(last.status().wire()));
        values.put("severity", last.severity().map(severity -> String.valueOf(severity.level())));
        values.put("category", latest(Text.CATEGORY));
        values.put("service", latest(Text.SERVICE));
        values.put("assigned_to", latest(Text.ASSIGNED_TO));
        values.put("opened_at", time(Time.OPENED));
        values.put("resolved_at", time(Time.RESOLVED));
        values.put("closed_at", time(Time.CLOSED));
        values.put("timeline", Optional.of(StateChange.text(timeline())));
        return values;
    }

    /** A row for each change is a timeline; a single row without a time of change has the times that it names. */
    List<StateChange> timeline() {
        var only = changes.getFirst();
        if (changes.size() == 1 && at(only) == null) {
            return named(only);
        }
        return changes.stream()
                .map(read -> new StateChange(
                        Optional.ofNullable(at(read)).map(Instant::toString).orElse(null),
                        read.status().wire(),
                        said(read),
                        read.texts().get(Text.BY),
                        read.texts().get(Text.NOTE)))
                .toList();
    }

    private static List<StateChange> named(Read row) {
        var timeline = new ArrayList<StateChange>();
        Stream.of(Time.OPENED, Time.RESOLVED, Time.CLOSED)
                .filter(row.times()::containsKey)
                .forEach(time -> {
                    var status = switch (time) {
                        case OPENED, CHANGED -> IncidentStatus.NEW;
                        case RESOLVED -> IncidentStatus.RESOLVED;
                        case CLOSED -> IncidentStatus.CLOSED;
                    };
                    timeline.add(
                            new StateChange(String.valueOf(row.times().get(time)), status.wire(), null, null, null));
                });
        boolean told = timeline.stream()
                .anyMatch(change -> change.status().equals(row.status().wire()));
        if (!told || row.texts().containsKey(Text.NOTE)) {
            timeline.add(new StateChange(
                    null,
                    row.status().wire(),
                    said(row),
                    row.texts().get(Text.BY),
                    row.texts().get(Text.NOTE)));
        }
        return timeline;
    }

    private static @Nullable String said(Read read) {
        return read.said().isEmpty() || read.said().equals(read.status().wire()) ? null : read.said();
    }

    private static @Nullable Instant at(Read read) {
        return read.times().get(Time.CHANGED);
    }

    private Optional<String> latest(Text field) {
        return changes.reversed().stream()
                .map(read -> read.texts().get(field))
                .filter(Objects::nonNull)
                .findFirst();
    }

    private Optional<String> time(Time field) {
        return changes.reversed().stream()
                .map(read -> read.times().get(field))
                .filter(Objects::nonNull)
                .findFirst()
                .map(at -> COLUMN.format(Utc.column(at)));
    }
}
