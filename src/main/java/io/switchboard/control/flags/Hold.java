package io.switchboard.control.flags;

import java.time.Duration;

/** What a step of a ramp waits for before the next one begins. */
public sealed interface Hold {

    /** In one word: {@code PT1H}, {@code approval} or {@code sample:100}. */
    String code();

    /** A time from 1 minute to 60 days, during which the ramp is not paused. */
    record For(Duration time) implements Hold {

        public static final Duration SHORTEST = Duration.ofMinutes(1);
        public static final Duration LONGEST = Duration.ofDays(60);

        boolean fits() {
            return time.compareTo(SHORTEST) >= 0 && time.compareTo(LONGEST) <= 0;
        }

        @Override
        public String code() {
            return time.toString();
        }
    }

    /** The yes of another platform-admin or pm. */
    record Approval() implements Hold {

        @Override
        public String code() {
            return "approval";
        }
    }

    /** So many governed actions of the tenants that have the flag, since the step began: 1 to a million. */
    record Sample(long actions) implements Hold {

        public static final long MOST = 1_000_000;

        boolean fits() {
            return actions >= 1 && actions <= MOST;
        }

        @Override
        public String code() {
            return "sample:" + actions;
        }
    }
}
