package io.switchboard.control.policy;

import java.util.List;
import java.util.Locale;

/** What the version in shadow said to a request that the active one decided. */
public record Evaluated(int version, Verdict verdict, List<String> determiningPolicies) {

    /** MISSED: it had not answered in time, which nobody waits for. */
    public enum Verdict {
        ALLOWED,
        DENIED,
        ERROR,
        MISSED;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Verdict of(boolean allowed) {
            return allowed ? ALLOWED : DENIED;
        }
    }

    public Evaluated {
        determiningPolicies = List.copyOf(determiningPolicies);
    }

    static Evaluated of(int version, Evaluation evaluation) {
        return switch (evaluation) {
            case Evaluation.Answered(boolean allowed, var policies) ->
                new Evaluated(version, Verdict.of(allowed), List.copyOf(policies));
            case Evaluation.Broken _ -> new Evaluated(version, Verdict.ERROR, List.of());
        };
    }

    static Evaluated missed(int version) {
        return new Evaluated(version, Verdict.MISSED, List.of());
    }
}
