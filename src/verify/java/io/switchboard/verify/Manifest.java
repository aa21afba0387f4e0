package io.switchboard.verify;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The payload manifest: path to SHA-256. It finds damage; whoever rewrites it is found by the signed subjects. */
record Manifest(Map<String, String> digests) {

    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  (data/[!-~]+)");

    static Manifest of(byte[] bytes) throws Refused {
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        if (!text.endsWith("\n")) {
            throw new Refused("it does not end with a line feed");
        }
        Map<String, String> digests = new LinkedHashMap<>();
        String[] lines = text.substring(0, text.length() - 1).split("\n", -1);
        for (String line : lines) {
            Matcher matcher = LINE.matcher(line);
            if (!matcher.matches()) {
                throw new Refused("line " + (digests.size() + 1)
                        + " is not a lower-case digest, two spaces and a path under data/");
            }
            if (digests.put(matcher.group(2), matcher.group(1)) != null) {
                throw new Refused("two lines are about " + matcher.group(2));
            }
        }
        return new Manifest(digests);
    }

    /** Every file under data/ is listed, every listed file is there, and in the same order. */
    void requireSameFiles(Contents contents, Findings findings) {
        List<String> there =
                contents.paths().stream().filter(p -> p.startsWith("data/")).toList();
        report(there, p -> !digests.containsKey(p), "not listed in " + BagLayout.MANIFEST, findings);
        List<String> listed = new ArrayList<>(digests.keySet());
        report(listed, p -> !contents.has(p), "listed in " + BagLayout.MANIFEST + " but missing", findings);
        if (findings.total(Check.MANIFEST) == 0 && !listed.equals(there)) {
            findings.add(Check.MANIFEST, BagLayout.MANIFEST, "its lines are not in the order of the files");
        }
    }

    private static void report(List<String> paths, Predicate<String> wrong, String what, Findings findings) {
        paths.stream().filter(wrong).forEach(p -> findings.add(Check.MANIFEST, p, what));
    }

    Optional<String> digest(String path) {
        return Optional.ofNullable(digests.get(path));
    }
}
