package io.switchboard.insight.assurance;

import io.switchboard.kernel.Sha256;
import java.util.Map;
import java.util.Optional;

/**
 * What a check saw: whether the claim holds, the figures in words and as numbers, and a digest over what it looked at; none where there was nothing
 * to look at.
 */
record Finding(boolean holds, String words, Map<String, Long> figures, Optional<Sha256> evidence) {

    static Finding holds(String words, Map<String, Long> figures, Sha256 evidence) {
        return new Finding(true, words, figures, Optional.of(evidence));
    }

    static Finding notProven(String why, Map<String, Long> figures, Sha256 evidence) {
        return new Finding(false, why, figures, Optional.of(evidence));
    }

    static Finding nothingToLookAt(String why, Map<String, Long> figures) {
        return new Finding(false, why, figures, Optional.empty());
    }
}
