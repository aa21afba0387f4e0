package io.switchboard.insight.trustreports;

import java.util.Map;

/** One figure of a section: what it came to in this week and in the one before, and what exactly is counted. {@code id} does not change from release to release. */
record Measure(String id, String title, Reading now, Reading before, String counted) {

    static Measure notRecorded(String id, String title, String counted) {
        return new Measure(id, title, new Reading.NotRecorded(), new Reading.NotRecorded(), counted);
    }

    Map<String, Object> json() {
        return Map.of("id", id, "title", title, "week", now.json(), "weekBefore", before.json(), "counted", counted);
    }
}
