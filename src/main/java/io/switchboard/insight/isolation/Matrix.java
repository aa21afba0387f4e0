package io.switchboard.insight.isolation;

import io.switchboard.kernel.Sha256;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** All probes of a run. Its text, a line for each, is what the receipt's digest covers. */
record Matrix(List<Probe> probes) {

    Matrix {
        probes = List.copyOf(probes);
    }

    static Matrix read(String text) {
        return new Matrix(text.lines().map(Probe::read).toList());
    }

    String text() {
        return probes.stream().map(Probe::line).collect(Collectors.joining("\n"));
    }

    Sha256 digest() {
        return Sha256.of(text());
    }

    /** Leaks, then what is not covered, then the rest as it was asked. */
    List<Probe> worstFirst() {
        return probes.stream()
                .sorted(Comparator.comparing((Probe probe) -> switch (probe.verdict()) {
                    case LEAK -> 0;
                    case NOT_COVERED -> 1;
                    case REFUSED -> 2;
                }))
                .toList();
    }

    int doors() {
        return (int) probes.stream()
                .filter(probe -> !probe.method().equals(Probe.ANY)) // the look into the log is no address
                .map(probe -> probe.method() + probe.door())
                .distinct()
                .count();
    }

    int count(Probe.Verdict verdict) {
        return (int) probes.stream().filter(probe -> probe.verdict() == verdict).count();
    }
}
