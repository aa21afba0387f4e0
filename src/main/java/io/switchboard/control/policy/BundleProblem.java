package io.switchboard.control.policy;

/** Why files cannot be a policy bundle: file, line from 1, which policy (or which other part), and a sentence without a line break. */
public record BundleProblem(String file, int line, String where, String sentence) {

    static BundleProblem of(String file, int line, String where, String problem) {
        return new BundleProblem(file, line, where, oneLine(problem));
    }

    private static String oneLine(String text) {
        var flat = text.strip().replaceAll("\\s+", " ");
        return flat.endsWith(".") || flat.endsWith("?") ? flat : flat + ".";
    }

    public String words() {
        return file + ", " + where + ": " + sentence + " (line " + line + ")";
    }
}
