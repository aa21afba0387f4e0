package io.switchboard.insight.isolation;

/** One canary's request at one door, what was expected and what came. {@code prober} is its short name. */
public record Probe(String prober, String method, String door, String expected, String got, Verdict verdict) {

    static final String ANY = "ANY";

    /** How it counts. Only a run of which every probe was refused is green. */
    public enum Verdict {
        REFUSED("refused"),
        LEAK("leak"),
        NOT_COVERED("not covered");

        private final String words;

        Verdict(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    String line() {
        return String.join("\t", prober, method, door, expected, got, verdict.name());
    }

    static Probe read(String line) {
        var parts = line.split("\t", -1);
        return new Probe(parts[0], parts[1], parts[2], parts[3], parts[4], Verdict.valueOf(parts[5]));
    }
}
