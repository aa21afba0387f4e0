package io.switchboard.operations.runbooks.dialect;

import static java.util.stream.Collectors.joining;

import io.switchboard.operations.imports.documents.JsonLeaves;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One object of a document while it is read: a member is asked for by name, and what nobody asked for is unknown. Null counts as absent. */
public final class Members {

    private final Map<String, @Nullable Object> object;
    private final String pointer;
    private final Problems problems;
    private final Set<String> asked = new HashSet<>();

    public Members(Map<String, @Nullable Object> object, String pointer, Problems problems) {
        this.object = object;
        this.pointer = pointer;
        this.problems = problems;
    }

    public String pointer() {
        return pointer;
    }

    public String pointer(String name) {
        return pointer + "/" + JsonLeaves.token(name);
    }

    public Set<String> names() {
        return object.keySet();
    }

    public boolean has(String name) {
        return object.get(name) != null;
    }

    public Optional<Object> any(String name) {
        asked.add(name);
        return Optional.ofNullable(object.get(name));
    }

    /** A text, or a number or truth value as it is written. */
    public Optional<String> text(String name, int most) {
        var found = any(name).filter(value -> !"".equals(value));
        if (found.isPresent() && isComposed(found.get())) {
            return wrong(name, "is not a text", "Write a text");
        }
        var text = found.map(Members::scalar);
        if (text.isPresent() && text.get().codePointCount(0, text.get().length()) > most) {
            return wrong(name, "has more than " + most + " characters", "Shorten it");
        }
        return text;
    }

    public Optional<String> text(String name) {
        return text(name, 100_000);
    }

    public Optional<String> required(String name, int most) {
        var text = text(name, most);
        if (text.isEmpty() && !has(name) || "".equals(object.get(name))) {
            missing(name);
        }
        return text;
    }

    public void missing(String name) {
        problems.add(pointer, "E-301", "There is no " + name + ", which is required", "Add " + name);
    }

    public Optional<String> valid(String name, Predicate<String> isValid, String otherwise, String fix) {
        var text = text(name, 300);
        return text.isPresent() && !isValid.test(text.get()) ? wrong(name, otherwise, fix) : text;
    }

    public Optional<String> choice(String name, Collection<String> choices) {
        var list = choices.stream().collect(joining(", "));
        return valid(name, choices::contains, "is none of " + list, "Choose one of them");
    }

    public Optional<Boolean> flag(String name) {
        var found = any(name);
        if (found.isPresent() && !(found.get() instanceof Boolean)) {
            return wrong(name, "is neither true nor false", "Write true or false");
        }
        return found.map(Boolean.class::cast);
    }

    public Optional<Members> object(String name) {
        var found = any(name);
        if (found.isPresent() && !(found.get() instanceof Map)) {
            return wrong(name, "is not an object", "Write it as names with values");
        }
        return found.map(value -> new Members(map(value), pointer(name), problems));
    }

    /** The object itself, whatever it has. */
    public Optional<Map<String, @Nullable Object>> free(String name) {
        return object(name).map(members -> members.object);
    }

    public List<Members> objects(String name) {
        var items = new ArrayList<Members>();
        var list = list(name);
        for (int i = 0; i < list.size(); i++) {
            var at = pointer(name) + "/" + i;
            if (list.get(i) instanceof Map<?, ?> item) {
                items.add(new Members(map(item), at, problems));
            } else {
                problems.add(at, "E-301", "This is not an object", "Write it as names with values");
            }
        }
        return items;
    }

    public List<String> texts(String name) {
        var items = new ArrayList<String>();
        var list = list(name);
        for (int i = 0; i < list.size(); i++) {
            var item = list.get(i);
            if (item == null || isComposed(item)) {
                problems.add(pointer(name) + "/" + i, "E-301", "This is not a text", "Write a text");
            } else {
                items.add(scalar(item));
            }
        }
        return items;
    }

    public List<@Nullable Object> list(String name) {
        var found = any(name);
        if (found.isPresent() && !(found.get() instanceof List)) {
            wrong(name, "is not a list", "Write it as a list");
            return List.of();
        }
        return found.map(Members::items).orElse(List.of());
    }

    /** Names that nobody asked for. */
    public List<String> rest() {
        return object.keySet().stream().filter(name -> !asked.contains(name)).toList();
    }

    /** The members that nobody asked for, which are all asked for by this. */
    public Map<String, @Nullable Object> takeRest() {
        var rest = new LinkedHashMap<String, @Nullable Object>();
        rest().forEach(name -> rest.put(name, object.get(name)));
        asked.addAll(rest.keySet());
        return rest;
    }

    /** Each name that nobody asked for is a problem. */
    public void refuseRest(String where) {
        rest().forEach(name -> problems.add(
                pointer(name),
                "E-302",
                "A " + where + " has no " + shortened(name),
                "Take it out, or correct the name"));
    }

    private <T> Optional<T> wrong(String name, String what, String fix) {
        problems.add(pointer(name), "E-303", name + " " + what, fix);
        return Optional.empty();
    }

    private static String shortened(String name) {
        return name.length() > 60 ? name.substring(0, name.offsetByCodePoints(0, 40)) + "…" : name;
    }

    public static boolean isComposed(Object value) {
        return value instanceof Map || value instanceof List;
    }

    private static String scalar(Object value) {
        return String.valueOf(value);
    }

    @SuppressWarnings("unchecked") // trees are built with texts as names
    private static Map<String, @Nullable Object> map(Object value) {
        return (Map<String, @Nullable Object>) value;
    }

    @SuppressWarnings("unchecked")
    private static List<@Nullable Object> items(Object value) {
        return (List<@Nullable Object>) value;
    }
}
