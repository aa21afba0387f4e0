package io.switchboard.bench;

import java.util.Locale;

/**
 * One measured figure: the product's value, and its ratio to the peer's, where more is better and {@code goal} is the least that is wanted.
 */
record Figure(String name, double value, String unit, double ratio, String peer, double goal) {

    boolean passes() {
        return ratio >= goal;
    }

    String line() {
        return String.format(
                Locale.ROOT,
                "BENCH %s %.1f %s ratio=%.3f peer=%s goal=>=%.2f %s",
                name,
                value,
                unit,
                ratio,
                peer,
                goal,
                passes() ? "PASS" : "FAIL");
    }

    String json() {
        return String.format(
                Locale.ROOT,
                "{\"name\":\"%s\",\"value\":%.3f,\"unit\":\"%s\",\"ratio\":%.4f,\"peer\":\"%s\",\"goal\":%.3f,\"pass\":%b}",
                name,
                value,
                unit,
                ratio,
                peer,
                goal,
                passes());
    }
}
