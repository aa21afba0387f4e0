package io.switchboard.platform.scheduling;

import java.time.Duration;

/**
 * Work that is due again and again, {@code every} so long after it last ended, on one node at a time. A bean of this type is all it takes. It may
 * be cut off by a crash and then runs again, so it has to bear that. {@code name} is permanent: it is the row's key.
 */
public record RecurringWork(String name, Duration every, Runnable work) {}
