package io.switchboard.insight.reliability;

/** Events of a time: {@code good} of {@code total}. Tallies add up, in any order. */
public record Tally(long good, long total) {

    public static final Tally NONE = new Tally(0, 0);

    public Tally {
        if (good < 0 || good > total) {
            throw new IllegalArgumentException("of " + total + " events " + good + " cannot be good");
        }
    }

    public long bad() {
        return total - good;
    }

    public boolean isEmpty() {
        return total == 0;
    }

    public Tally plus(Tally other) {
        return new Tally(good + other.good, total + other.total);
    }
}
