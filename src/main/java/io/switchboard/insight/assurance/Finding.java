package io.switchboard.insight.assurance;

import io.switchboard.kernel.Sha256;
import java.util.Map;

/** What a check saw: whether the claim holds, the figures in words and as numbers, and a digest over what it looked at. */
record Finding(boolean holds, String words, Map<String, Long> figures, Sha256 evidence) {

    static Finding holds(String words, Map<String, Long> figures, Sha256 evidence) {
        return new Finding(true, words, figures, evidence);
    }

    static Finding notProven(String why, Map<String, Long> figures, Sha256 evidence) {
        return new Finding(false, why, figures, evidence);
    }
}
