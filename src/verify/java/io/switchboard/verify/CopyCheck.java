package io.switchboard.verify;

import io.switchboard.verify.json.CanonicalJson;
import io.switchboard.verify.json.JsonReader;
import io.switchboard.verify.json.JsonValue;
import io.switchboard.verify.json.JsonValue.JsonArray;
import io.switchboard.verify.json.JsonValue.JsonText;
import io.switchboard.verify.json.MalformedJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * That a copy of a document is one: a receipt names its bytes and follows from the receipt of the original, which names the original. Of a copy that shows some sections only, that each is one of those to
 * which the original's receipt commits (RFC 9901), and that nothing else is shown.
 */
final class CopyCheck {

    private static final String COMMITMENTS = "SectionCommitments/";

    private final Path file;
    private final Findings findings;
    private final String digest;
    private final Optional<Members> document;
    private Optional<String> original = Optional.empty();
    private final Set<String> parents = new HashSet<>();
    private Optional<Set<String>> named = Optional.empty();
    private Optional<String> commitments = Optional.empty();

    /** What came of it: the original's receipt, and how many of how many sections are shown; none of a document without sections. */
    record Shown(String receipt, int shown, int sections) {}

    private CopyCheck(Path file, Findings findings, byte[] bytes) {
        this.file = file;
        this.findings = findings;
        this.digest = Digests.hex(bytes);
        this.document = read(bytes);
    }

    static CopyCheck of(Path file, Findings findings) throws IOException {
        if (Files.size(file) > Place.TWIN.limit()) {
            throw new IOException(file.getFileName() + " is larger than " + Place.TWIN.limit() + " bytes");
        }
        return new CopyCheck(file, findings, Files.readAllBytes(file));
    }

    private Optional<Members> read(byte[] bytes) {
        try {
            var members = Members.of("the copy", JsonReader.read(bytes));
            original = Optional.of(members.object("copy").object("of").text("receipt", Forms.RECEIPT));
            return Optional.of(members);
        } catch (MalformedJson e) {
            fail(Refused.json("the copy", e));
        } catch (Refused e) {
            fail(e);
        }
        return Optional.empty();
    }

    /** Is told of each receipt whose every check holds. */
    void see(String id, Members payload) throws Refused {
        var predicate = payload.object("predicate");
        if (!predicate.text("outcome").equals("allowed")) {
            return;
        }
        var digests = new HashSet<String>();
        for (JsonValue value : payload.array("subject")) {
            var subject = Members.of("subject", value);
            var sha256 = subject.object("digest").text("sha256");
            digests.add(sha256);
            if (isOriginal(id)
                    && subject.optionalText("name", name -> true)
                            .filter(name -> name.startsWith(COMMITMENTS))
                            .isPresent()) {
                commitments = Optional.of(sha256);
            }
        }
        if (isOriginal(id)) {
            named = Optional.of(digests);
        }
        if (digests.contains(digest)) {
            predicate.optionalText("parent", Forms.RECEIPT).ifPresent(parents::add);
        }
    }

    private boolean isOriginal(String id) {
        return original.filter(id::equals).isPresent();
    }

    /** After the last receipt. */
    Optional<Shown> finish() {
        try {
            return document.isPresent() ? Optional.of(shown(document.get())) : Optional.empty();
        } catch (Refused e) {
            fail(e);
            return Optional.empty();
        }
    }

    private Shown shown(Members whole) throws Refused {
        var receipt = original.orElseThrow();
        var copy = whole.object("copy");
        require(named.isPresent(), "the bundle has no valid receipt " + receipt + ", which is its original's");
        require(
                named.orElseThrow().contains(copy.object("of").text("jsonSha256", Forms.SHA256)),
                "the original's receipt names no document with the digest copy.of.jsonSha256");
        require(
                parents.contains(receipt),
                "no valid receipt in the bundle names this file and follows from " + receipt);
        if (copy.has("_sd")) {
            return sections(receipt, whole, copy);
        }
        require(
                !copy.has("withheld") || copy.array("withheld").isEmpty(),
                "it withholds sections and has no commitments to them");
        return new Shown(receipt, 0, 0);
    }

    private Shown sections(String receipt, Members whole, Members copy) throws Refused {
        copy.literal("_sd_alg", "sha-256");
        List<String> digests = copy.texts("_sd", Forms.SHA256_BASE64URL);
        List<JsonValue> sections = whole.array("sections");
        var list = CanonicalJson.text(
                new JsonArray(digests.stream().<JsonValue>map(JsonText::new).toList()));
        require(
                commitments
                        .filter(Digests.hex(list.getBytes(StandardCharsets.US_ASCII))::equals)
                        .isPresent(),
                "the original's receipt does not commit to the list copy._sd");
        require(
                sections.size() == digests.size() && new HashSet<>(digests).size() == digests.size(),
                "copy._sd has not one commitment for each section");
        var disclosed = new HashSet<Integer>();
        for (JsonValue disclosure : copy.array("disclosures")) {
            disclosed.add(disclosed(disclosure, digests, sections));
        }
        for (int at = 0; at < sections.size(); at++) {
            requireDisclosedOrWithheld(sections.get(at), disclosed.contains(at));
        }
        return new Shown(receipt, disclosed.size(), sections.size());
    }

    /** Which of the sections it is. */
    private static int disclosed(JsonValue disclosure, List<String> digests, List<JsonValue> sections) throws Refused {
        if (!(disclosure instanceof JsonText(var encoded))) {
            throw new Refused("copy.disclosures holds something that is not a text");
        }
        int at = digests.indexOf(Digests.base64url(encoded));
        require(at >= 0, "a disclosure is of nothing in copy._sd");
        try {
            boolean same = JsonReader.read(StrictBase64.url(encoded)) instanceof JsonArray(var triple)
                    && triple.size() == 3
                    && triple.get(2).equals(sections.get(at));
            require(same, "section " + (at + 1) + " is not what its disclosure says");
        } catch (MalformedJson e) {
            throw Refused.json("a disclosure", e);
        }
        return at;
    }

    private static void requireDisclosedOrWithheld(JsonValue value, boolean disclosed) throws Refused {
        var section = Members.of("a section", value);
        if (!disclosed) {
            require(
                    section.text("state").equals("withheld")
                            && section.array("measures").isEmpty()
                            && !section.has("details")
                            && !section.has("days"),
                    "the section " + section.text("id") + " is shown, but not disclosed");
        }
    }

    private static void require(boolean holds, String otherwise) throws Refused {
        if (!holds) {
            throw new Refused(otherwise);
        }
    }

    private void fail(Refused e) {
        findings.add(Check.COPY, file.getFileName().toString(), e.what());
    }
}
