package io.switchboard.operations.administration;

import io.switchboard.operations.imports.documents.JsonLeaves;
import io.switchboard.operations.imports.documents.JsonPull;
import io.switchboard.operations.imports.documents.UnreadableFile;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/**
 * The resources of a SCIM 2.0 file one by one: of a ListResponse (RFC 7644 section 3.4.2), of a BulkRequest (section 3.7), or of a bare array. Names of attributes are
 * compared without case (RFC 7643 section 2.1).
 */
final class ScimEntries implements Iterator<ScimEntry>, AutoCloseable {

    private static final int LONGEST_TEXT = 64 << 10;
    private static final List<String> OF_MESSAGES =
            List.of("schemas", "startindex", "itemsperpage", "failonerrors", "totalresults");

    private final JsonPull json;
    private final List<String> unknown = new ArrayList<>();
    private final boolean isMessage;
    private String list = "";
    private boolean isBulk;
    private boolean hasList;
    private OptionalLong total = OptionalLong.empty();
    private int index;
    private @Nullable JsonToken ahead;

    private ScimEntries(JsonPull json) {
        this.json = json;
        var first = json.within();
        this.isMessage = first == JsonToken.START_OBJECT;
        if (!isMessage && first != JsonToken.START_ARRAY) {
            throw noUsers();
        }
        this.hasList = !isMessage;
        ahead = isMessage ? nextList() : element();
    }

    static ScimEntries open(InputStream bytes) {
        return new ScimEntries(JsonPull.open(bytes, LONGEST_TEXT));
    }

    /** How many resources a ListResponse says there are; known at the end of the file. */
    OptionalLong total() {
        return total;
    }

    /** Names beside the list that SCIM does not know; complete at the end of the file. */
    List<String> unknown() {
        return unknown;
    }

    @Override
    public boolean hasNext() {
        return ahead != null;
    }

    @Override
    public ScimEntry next() {
        var token = Optional.ofNullable(ahead).orElseThrow(NoSuchElementException::new);
        var entry = new ScimEntry(list + "/" + index++, isBulk, JsonLeaves.read(json, token));
        ahead = element();
        return entry;
    }

    private @Nullable JsonToken element() {
        var token = json.within();
        if (token != JsonToken.END_ARRAY) {
            return token;
        }
        if (isMessage) {
            return nextList();
        }
        json.requireEnd();
        return null;
    }

    /** The first element of the message's next list that has one; null at the message's end. */
    private @Nullable JsonToken nextList() {
        while (json.within() == JsonToken.PROPERTY_NAME) {
            var name = json.name();
            var value = json.within();
            if (value == JsonToken.START_ARRAY && isList(name)) {
                return enter(name);
            }
            member(name, value);
        }
        json.requireEnd();
        if (!hasList) {
            throw noUsers();
        }
        return null;
    }

    private @Nullable JsonToken enter(String name) {
        hasList = true;
        list = "/" + JsonLeaves.token(name);
        isBulk = name.equalsIgnoreCase("Operations");
        index = 0;
        return element();
    }

    private void member(String name, JsonToken value) {
        if (name.equalsIgnoreCase("totalResults") && value == JsonToken.VALUE_NUMBER_INT) {
            total = number(json.text());
        } else if (!OF_MESSAGES.contains(name.toLowerCase(Locale.ROOT)) && unknown.size() < 50) {
            unknown.add(name);
        }
        json.skip();
    }

    private static OptionalLong number(String text) {
        return text.matches("\\d{1,18}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }

    private static boolean isList(String name) {
        return name.equalsIgnoreCase("Resources") || name.equalsIgnoreCase("Operations");
    }

    private static UnreadableFile noUsers() {
        return new UnreadableFile(
                "not-scim",
                "The file is JSON and has no SCIM users: there is neither a list of Resources, nor of Operations, nor an array at its top. A single user goes into an array.");
    }

    @Override
    public void close() {
        json.close();
    }
}
