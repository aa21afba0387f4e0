package io.switchboard.platform.web;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** A token bucket for each address: full at first, refilled evenly over a minute. Remembers the addresses that asked last, up to a bound. */
public final class Allowances {

    private static final int ADDRESSES = 20_000;
    private static final double MINUTE = 60_000;

    private final double perMinute;
    private final Clock clock;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > ADDRESSES;
        }
    };

    private record Bucket(double tokens, long at) {}

    public Allowances(int perMinute, Clock clock) {
        this.perMinute = perMinute;
        this.clock = clock;
    }

    /** How long the address has to wait for its next allowance; zero where it has one. */
    public synchronized Duration wait(String address) {
        var known = buckets.get(network(address));
        return known == null
                ? Duration.ZERO
                : Duration.ofMillis((long) Math.ceil((1 - tokens(known)) / perMinute * MINUTE));
    }

    public synchronized void spend(String address) {
        var known = buckets.get(network(address));
        var left = (known == null ? perMinute : tokens(known)) - 1;
        buckets.put(network(address), new Bucket(left, clock.millis()));
    }

    private double tokens(Bucket bucket) {
        return Math.min(perMinute, bucket.tokens + (clock.millis() - bucket.at) / MINUTE * perMinute);
    }

    /** A subscriber of IPv6 has a /64 of addresses, so one of them counts for all. */
    private static String network(String address) {
        var parts = address.split(":", -1);
        return parts.length < 5 ? address : String.join(":", java.util.Arrays.copyOf(parts, 4));
    }
}
