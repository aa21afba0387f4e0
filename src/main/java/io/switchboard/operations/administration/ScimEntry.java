package io.switchboard.operations.administration;

import io.switchboard.operations.imports.documents.DocumentProblem;
import io.switchboard.operations.imports.documents.JsonLeaves;
import io.switchboard.operations.imports.documents.JsonLeaves.Leaf;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One element of a SCIM file's list: a user, or the operation of a bulk request that creates one; or neither, and why. */
final class ScimEntry {

    private static final String USER = "urn:ietf:params:scim:schemas:core:2.0:user";
    private static final List<String> OPERATION = List.of("/method", "/path", "/bulkid", "/version");

    private final String pointer;
    private final boolean bulk;
    private final boolean tooLarge;
    /** By lower-case pointer below the entry, in the file's order. */
    private final Map<String, Leaf> leaves = new LinkedHashMap<>();

    private final List<String> twice = new ArrayList<>();

    ScimEntry(String pointer, boolean bulk, JsonLeaves read) {
        this.pointer = pointer;
        this.bulk = bulk;
        this.tooLarge = read.isTooLarge();
        read.all().values().forEach(leaf -> {
            if (leaves.putIfAbsent(leaf.pointer().toLowerCase(Locale.ROOT), leaf) != null) {
                twice.add(leaf.pointer());
            }
        });
    }

    String pointer() {
        return pointer;
    }

    /** Where the user is below the entry. */
    private String user() {
        return bulk ? "/data" : "";
    }

    Optional<Leaf> at(String attribute) {
        return Optional.ofNullable(leaves.get((user() + attribute).toLowerCase(Locale.ROOT)));
    }

    /** From the top of the file. */
    String pointerTo(String attribute) {
        return pointer + user() + attribute;
    }

    String pointerTo(Leaf leaf) {
        return pointer + leaf.pointer();
    }

    /** The user's own scalars by lower-case attribute pointer, without those that say what the entry is. */
    Map<String, Leaf> attributes() {
        var found = new LinkedHashMap<String, Leaf>();
        leaves.forEach((lower, leaf) -> {
            if (lower.startsWith(user() + "/") && !(bulk && OPERATION.contains(lower))) {
                found.put(lower.substring(user().length()), leaf);
            }
        });
        found.keySet().removeIf(lower -> lower.startsWith("/schemas/"));
        return found;
    }

    /** Why this is no user that could be created; empty where it is one. */
    List<DocumentProblem> problems() {
        var problems = new ArrayList<DocumentProblem>();
        if (bulk) {
            operation(problems);
        }
        if (problems.isEmpty()) {
            resource(problems);
        }
        return problems;
    }

    private void operation(List<DocumentProblem> problems) {
        require("/method", "POST", problems);
        require("/path", "/Users", problems);
    }

    private void require(String name, String wanted, List<DocumentProblem> problems) {
        var found = Optional.ofNullable(leaves.get(name)).map(Leaf::text).orElse("");
        if (!found.equalsIgnoreCase(wanted)) {
            problems.add(new DocumentProblem(
                    pointer + name,
                    "E-111",
                    "The operation is not a POST to /Users, which is all that an import can do",
                    "Take it out, or write it as the creation of a user"));
        }
    }

    private void resource(List<DocumentProblem> problems) {
        if (tooLarge) {
            problems.add(new DocumentProblem(
                    pointer, "E-113", "The entry has more than 2,000 values or 256 Ki characters", "Shorten it"));
        }
        if (attributes().isEmpty() || !isUser()) {
            problems.add(new DocumentProblem(
                    pointerTo(leaves.containsKey(user() + "/schemas/0") ? "/schemas" : ""),
                    "E-110",
                    "The entry is no SCIM user",
                    "Take it out; users have the schema urn:ietf:params:scim:schemas:core:2.0:User"));
        }
        twice.forEach(name -> problems.add(new DocumentProblem(
                pointer + name,
                "E-112",
                "The attribute is there twice, since SCIM does not tell upper from lower case",
                "Keep one of the two")));
    }

    private boolean isUser() {
        var schemas = leaves.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(user() + "/schemas/"))
                .map(entry -> entry.getValue().text().toLowerCase(Locale.ROOT))
                .toList();
        boolean isTyped = at("/meta/resourceType")
                .map(type -> type.text().equalsIgnoreCase("User"))
                .orElse(true);
        return isTyped && (schemas.isEmpty() || schemas.contains(USER));
    }
}
