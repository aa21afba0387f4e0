package io.switchboard.verify;

import io.switchboard.verify.json.JsonValue;
import io.switchboard.verify.json.JsonValue.JsonArray;
import io.switchboard.verify.json.JsonValue.JsonNumber;
import io.switchboard.verify.json.JsonValue.JsonObject;
import io.switchboard.verify.json.JsonValue.JsonText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The members of a JSON object, each asked for by name and form; what is missing or of another form is {@link Refused} by name. */
final class Members {

    private static final double MAX_WHOLE = 9_007_199_254_740_991.0;

    private final String where;
    private final Map<String, JsonValue> members;

    private Members(String where, Map<String, JsonValue> members) {
        this.where = where;
        this.members = members;
    }

    static Members of(String where, @Nullable JsonValue value) throws Refused {
        if (value instanceof JsonObject(var members)) {
            return new Members(where, members);
        }
        throw new Refused(where + " is not an object");
    }

    /** Refuses a missing member of {@code needed} and any that is in neither set. */
    Members only(Set<String> needed, Set<String> optional) throws Refused {
        for (String name : needed) {
            require(members.containsKey(name), name, "is missing");
        }
        for (String name : members.keySet()) {
            require(needed.contains(name) || optional.contains(name), name, "is not a member that the format has");
        }
        return this;
    }

    boolean has(String name) {
        return members.containsKey(name);
    }

    String text(String name) throws Refused {
        return text(name, t -> true);
    }

    String text(String name, Predicate<String> form) throws Refused {
        if (members.get(name) instanceof JsonText(var text) && form.test(text)) {
            return text;
        }
        throw wrong(name, "is not a text of its form");
    }

    Optional<String> optionalText(String name, Predicate<String> form) throws Refused {
        return has(name) ? Optional.of(text(name, form)) : Optional.empty();
    }

    void literal(String name, String wanted) throws Refused {
        require(text(name).equals(wanted), name, "is not " + wanted);
    }

    Instant time(String name) throws Refused {
        return Forms.time(text(name)).orElseThrow(() -> wrong(name, "is not an RFC 3339 time in UTC"));
    }

    /** A whole number that a double holds exactly. */
    long whole(String name) throws Refused {
        if (members.get(name) instanceof JsonNumber(var number)
                && number == Math.rint(number)
                && Math.abs(number) <= MAX_WHOLE) {
            return (long) number;
        }
        throw wrong(name, "is not a whole number");
    }

    void number(String name) throws Refused {
        require(members.get(name) instanceof JsonNumber, name, "is not a number");
    }

    boolean isNull(String name) {
        return members.get(name) == JsonValue.JsonLiteral.NULL;
    }

    Members object(String name) throws Refused {
        return of(where + "." + name, members.get(name));
    }

    /** An object whose values are all texts, numbers or literals. */
    void flat(String name) throws Refused {
        for (JsonValue value : object(name).members.values()) {
            boolean deep = value instanceof JsonObject || value instanceof JsonArray;
            require(!deep, name, "is not flat");
        }
    }

    List<JsonValue> array(String name) throws Refused {
        if (members.get(name) instanceof JsonArray(var items)) {
            return items;
        }
        throw wrong(name, "is not an array");
    }

    List<String> texts(String name, Predicate<String> form) throws Refused {
        var texts = new ArrayList<String>();
        for (JsonValue item : array(name)) {
            if (!(item instanceof JsonText(var text)) || !form.test(text)) {
                throw wrong(name, "holds something that is not of its form");
            }
            texts.add(text);
        }
        return texts;
    }

    Refused wrong(String name, String how) {
        return new Refused(where + "." + name + " " + how);
    }

    private void require(boolean holds, String name, String how) throws Refused {
        if (!holds) {
            throw wrong(name, how);
        }
    }
}
