package io.switchboard.insight.success.ui;

import java.util.Map;

/** Why rows were rejected, as a person says it; the code goes along, since lists of rejected rows name it. */
final class RejectWords {

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("E-101", "the key is missing"),
            Map.entry("E-102", "a value is too long"),
            Map.entry("E-103", "no e-mail address"),
            Map.entry("E-104", "no such role"),
            Map.entry("E-105", "the same key twice"),
            Map.entry("E-106", "neither yes nor no"),
            Map.entry("E-107", "does not match: fields or spelling"),
            Map.entry("E-108", "no text: NUL or half a character"),
            Map.entry("E-109", "a value above 256 KiB"),
            Map.entry("E-110", "no SCIM user"),
            Map.entry("E-111", "not the creation of a user"),
            Map.entry("E-112", "an attribute twice"),
            Map.entry("E-113", "an entry too large"),
            Map.entry("E-115", "refers to what is not there"),
            Map.entry("E-116", "something refers to it"),
            Map.entry("E-120", "exists and differs"),
            Map.entry("E-121", "removed since"),
            Map.entry("E-122", "changed since"),
            Map.entry("E-201", "managed by SCIM"),
            Map.entry("E-202", "in a group by now"),
            Map.entry("E-301", "something required is missing"),
            Map.entry("E-302", "an unknown name"),
            Map.entry("E-303", "a value of the wrong kind"),
            Map.entry("E-304", "a kind of step without an equivalent"),
            Map.entry("E-305", "a step's id twice"),
            Map.entry("E-306", "leads to no step"),
            Map.entry("E-307", "steps in a circle"),
            Map.entry("E-308", "something without an equivalent"),
            Map.entry("E-309", "no runbook"),
            Map.entry("E-310", "no steps"),
            Map.entry("E-311", "too many steps"),
            Map.entry("E-312", "not readable as a document"),
            Map.entry("E-401", "the number is missing"),
            Map.entry("E-402", "no state known here"),
            Map.entry("E-403", "no severity"),
            Map.entry("E-404", "a value is too long"),
            Map.entry("E-405", "no time of that form"),
            Map.entry("E-406", "no whole number"),
            Map.entry("E-501", "the key is missing or too long"),
            Map.entry("E-502", "a key with an arrow in it"),
            Map.entry("E-503", "the type is too long"),
            Map.entry("E-504", "a type with separators in it"),
            Map.entry("E-505", "the title is too long"),
            Map.entry("E-506", "neither yes nor no"),
            Map.entry("E-507", "properties too large or no object"),
            Map.entry("E-508", "an edge to itself"),
            Map.entry("E-509", "an entry or value of the wrong kind"),
            Map.entry("E-510", "an entry that is not understood"));

    private RejectWords() {}

    static String of(String code) {
        var words = WORDS.get(code);
        return words == null ? code : words + " (" + code + ")";
    }
}
