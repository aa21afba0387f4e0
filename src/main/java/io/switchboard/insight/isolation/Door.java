package io.switchboard.insight.isolation;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A method and an address as the portal's registries have it, with its variables: {@code GET /api/imports/{id}}, or of a view {@code /:tenant/imports/:import}. */
record Door(String method, String path) {

    boolean isView() {
        return path.startsWith("/:");
    }

    boolean reads() {
        return method.equals("GET");
    }

    /** Beside the tenant's own name, which each address of a view begins with. */
    boolean namesThings() {
        return !names().isEmpty();
    }

    /** What the address names, as canaries call their things. */
    List<String> names() {
        var segments = segments();
        return java.util.stream.IntStream.range(0, segments.size())
                .filter(at -> isVariable(segments.get(at)))
                .mapToObj(at -> name(segments.get(at), at == 0 ? "" : segments.get(at - 1)))
                .filter(name -> !name.equals("tenant"))
                .toList();
    }

    /** The address of these things; empty where there is one that nobody has. */
    Optional<String> filled(String tenant, Map<String, String> things) {
        var segments = segments();
        var filled = new StringBuilder();
        for (int at = 0; at < segments.size(); at++) {
            var segment = segments.get(at);
            if (!isVariable(segment)) {
                filled.append('/').append(segment);
                continue;
            }
            var name = name(segment, at == 0 ? "" : segments.get(at - 1));
            var thing = name.equals("tenant") ? tenant : things.get(name);
            if (thing == null) {
                return Optional.empty();
            }
            filled.append('/').append(thing).append(suffix(segment));
        }
        return Optional.of(filled.toString());
    }

    private List<String> segments() {
        return Arrays.asList(path.substring(1).split("/", -1));
    }

    private static boolean isVariable(String segment) {
        return segment.startsWith(":") || segment.startsWith("{");
    }

    private static String suffix(String segment) {
        return segment.startsWith("{") ? segment.substring(segment.lastIndexOf('}') + 1) : "";
    }

    private static String name(String segment, String before) {
        return segment.startsWith("{id}") || segment.startsWith("{key}")
                ? before.replaceFirst("ies$", "y").replaceFirst("s$", "")
                : segment.replaceFirst("^[:{](\\w+).*$", "$1");
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
