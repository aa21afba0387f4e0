package io.switchboard.control.bundles;

import io.switchboard.control.policy.BundleFiles;
import io.switchboard.platform.components.LineDiff;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/** What another version changes: policies by their ids, in order, and the lines of every file that differs. A policy that moved to another file is not changed by it. */
public record BundleDiff(List<String> added, List<String> changed, List<String> removed, List<FileDiff> files) {

    public record FileDiff(String name, List<LineDiff.Line> lines) {}

    public BundleDiff {
        added = List.copyOf(added);
        changed = List.copyOf(changed);
        removed = List.copyOf(removed);
        files = List.copyOf(files);
    }

    public static BundleDiff between(BundleFiles before, BundleFiles after) {
        var was = before.policies();
        var is = after.policies();
        return new BundleDiff(
                missing(was, is),
                is.keySet().stream()
                        .filter(was::containsKey)
                        .filter(id -> !Objects.equals(was.get(id), is.get(id)))
                        .sorted()
                        .toList(),
                missing(is, was),
                files(before, after));
    }

    public boolean isEmpty() {
        return files.isEmpty();
    }

    private static List<String> missing(Map<String, String> from, Map<String, String> in) {
        return in.keySet().stream().filter(id -> !from.containsKey(id)).sorted().toList();
    }

    private static List<FileDiff> files(BundleFiles before, BundleFiles after) {
        var names = new TreeSet<>(before.texts().keySet());
        names.addAll(after.texts().keySet());
        var files = new ArrayList<FileDiff>();
        for (var name : names) {
            var was = before.text(name).orElse("");
            var is = after.text(name).orElse("");
            if (!was.equals(is)) {
                files.add(new FileDiff(name, LineDiff.between(was, is)));
            }
        }
        return files;
    }
}
