package io.switchboard.verify;

import io.switchboard.verify.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** An in-toto Statement v1: what it is about, and what it says. Read only from an authenticated payload. */
record Statement(List<Members> subjects, Members predicate) {

    private static final String TYPE = "https://in-toto.io/Statement/v1";
    private static final Set<String> MEMBERS = Set.of("_type", "subject", "predicateType", "predicate");

    private static final Set<String> DIGEST = Set.of("digest");
    private static final Set<String> NAME = Set.of("name");
    private static final Set<String> SHA256 = Set.of("sha256");

    static Statement of(Members payload, String predicateType) throws Refused {
        payload.only(MEMBERS, Set.of());
        payload.literal("_type", TYPE);
        payload.literal("predicateType", predicateType);
        List<JsonValue> subjects = payload.array("subject");
        if (subjects.isEmpty()) {
            throw payload.wrong("subject", "is empty");
        }
        var checked = new ArrayList<Members>(subjects.size());
        for (JsonValue subject : subjects) {
            checked.add(Members.of("subject", subject).only(DIGEST, NAME));
        }
        return new Statement(checked, payload.object("predicate"));
    }

    /** The SHA-256 of a subject, in lower-case hex; no other algorithm is allowed beside it. */
    static String sha256(Members subject) throws Refused {
        return subject.object("digest").only(SHA256, Set.of()).text("sha256", Forms.SHA256);
    }
}
