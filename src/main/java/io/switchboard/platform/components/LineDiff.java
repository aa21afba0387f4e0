package io.switchboard.platform.components;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Two texts line by line: a longest common subsequence of what is between their common beginning and end. Where that would take more than four million comparisons, all of it counts as
 * replaced.
 */
public final class LineDiff {

    private static final long MOST_COMPARISONS = 4_000_000;

    /** What became of a line. */
    public enum Change {
        SAME,
        REMOVED,
        ADDED
    }

    public record Line(Change change, String text) {}

    private final List<String> before;
    private final List<String> after;

    private LineDiff(List<String> before, List<String> after) {
        this.before = before;
        this.after = after;
    }

    public static List<Line> between(String before, String after) {
        return new LineDiff(before.lines().toList(), after.lines().toList()).lines();
    }

    private List<Line> lines() {
        int shorter = Math.min(before.size(), after.size());
        int start = 0;
        while (start < shorter && before.get(start).equals(after.get(start))) {
            start++;
        }
        int end = 0;
        while (end < shorter - start && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) {
            end++;
        }
        var lines = new ArrayList<Line>();
        before.subList(0, start).forEach(text -> lines.add(new Line(Change.SAME, text)));
        lines.addAll(middle(before.subList(start, before.size() - end), after.subList(start, after.size() - end)));
        before.subList(before.size() - end, before.size()).forEach(text -> lines.add(new Line(Change.SAME, text)));
        return lines;
    }

    private static List<Line> middle(List<String> before, List<String> after) {
        if ((long) before.size() * after.size() > MOST_COMPARISONS) {
            var lines = new ArrayList<Line>();
            before.forEach(text -> lines.add(new Line(Change.REMOVED, text)));
            after.forEach(text -> lines.add(new Line(Change.ADDED, text)));
            return lines;
        }
        return walked(before, after, lengths(before, after));
    }

    /** Of the longest common subsequences of every two beginnings. */
    private static int[][] lengths(List<String> before, List<String> after) {
        var lengths = new int[before.size() + 1][after.size() + 1];
        for (int i = 1; i <= before.size(); i++) {
            for (int j = 1; j <= after.size(); j++) {
                lengths[i][j] = before.get(i - 1).equals(after.get(j - 1))
                        ? lengths[i - 1][j - 1] + 1
                        : Math.max(lengths[i - 1][j], lengths[i][j - 1]);
            }
        }
        return lengths;
    }

    private static List<Line> walked(List<String> before, List<String> after, int[][] lengths) {
        var backwards = new ArrayList<Line>();
        int i = before.size();
        int j = after.size();
        while (i > 0 || j > 0) {
            if (i > 0 && j > 0 && before.get(i - 1).equals(after.get(j - 1))) {
                backwards.add(new Line(Change.SAME, before.get(--i)));
                j--;
            } else if (j > 0 && (i == 0 || lengths[i][j - 1] >= lengths[i - 1][j])) {
                backwards.add(new Line(Change.ADDED, after.get(--j)));
            } else {
                backwards.add(new Line(Change.REMOVED, before.get(--i)));
            }
        }
        Collections.reverse(backwards);
        return backwards;
    }
}
