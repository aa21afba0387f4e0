package io.switchboard.control.policy;

import io.switchboard.kernel.Sha256;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The files of a bundle, name to text, as people write them; whether they make a bundle is another question. */
public record BundleFiles(SortedMap<String, String> texts) {

    public static final String SCHEMA_FILE = "schema.cedarschema";

    /** All texts together, in characters. */
    public static final int LARGEST = 1_000_000;

    static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,60}\\.cedar|schema\\.cedarschema");

    private static final Pattern ID = Pattern.compile("@id\\(\"([^\"]+)\"\\)");

    public BundleFiles {
        texts = Collections.unmodifiableSortedMap(new TreeMap<>(texts));
    }

    public static BundleFiles of(Map<String, String> texts) {
        return new BundleFiles(new TreeMap<>(texts));
    }

    /** That of the lines {@code sha256sum} prints for the files in the order of their names, so anybody can recompute it. */
    public Sha256 digest() {
        return Sha256.of(texts.entrySet().stream()
                .map(file -> Sha256.of(file.getValue()) + "  " + file.getKey() + "\n")
                .collect(Collectors.joining()));
    }

    /** What is wrong with a file's name, as a sentence; empty for one that a bundle takes. */
    public static Optional<String> faultOfName(String name) {
        return NAME.matcher(name).matches()
                ? Optional.empty()
                : Optional.of("Files are called like module.cedar, in lower case, and schema.cedarschema.");
    }

    public Optional<String> text(String file) {
        return Optional.ofNullable(texts.get(file));
    }

    /** With this file as it says now; without it where the text is blank. Line breaks are those of Unix. */
    public BundleFiles with(String file, String text) {
        var more = new TreeMap<>(texts);
        if (text.isBlank()) {
            more.remove(file);
        } else {
            more.put(file, text.replace("\r\n", "\n"));
        }
        return new BundleFiles(more);
    }

    /** Each policy's source by its id, in the order of files and lines. */
    public Map<String, String> policies() {
        var policies = new LinkedHashMap<String, String>();
        texts.forEach((name, text) -> {
            if (!name.equals(SCHEMA_FILE)) {
                new PolicyFile(name, text).parts().forEach(part -> add(policies, part));
            }
        });
        return policies;
    }

    private static void add(Map<String, String> policies, PolicyFile.Part part) {
        var id = ID.matcher(part.text());
        if (id.lookingAt()) {
            policies.put(id.group(1), part.text().strip());
        }
    }
}
