package io.switchboard.architecture.planted.house.attic;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Planted: lies in no tier and asks the machine for the time in four ways. */
record Box(Clock clock) {

    Instant instant() {
        return Instant.now();
    }

    LocalDate date() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    long millis() {
        return System.currentTimeMillis();
    }

    @SuppressWarnings("JavaUtilDate")
    long old() {
        return new java.util.Date().getTime();
    }

    Instant allowed() {
        return Instant.now(clock);
    }
}
