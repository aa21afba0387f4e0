package io.switchboard.verify;

import io.switchboard.verify.json.CanonicalJson;
import io.switchboard.verify.json.JsonValue;
import io.switchboard.verify.json.JsonValue.JsonNumber;
import io.switchboard.verify.json.JsonValue.JsonObject;
import io.switchboard.verify.json.JsonValue.JsonText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The answer about a copy of a log. */
record MirrorReport(
        MirrorRequest request,
        Optional<TrustRoot> root,
        Optional<SignedCheckpoint> newest,
        MirrorTally tally,
        Findings findings)
        implements Answer {

    private static final String CAUTION =
            "Every entry, tile and checkpoint was compared up to the first difference. That others are shown the same log is seen by"
                    + " comparing checkpoints (--checkpoint).";

    @Override
    public int exitCode() {
        return verdict() == Verdict.VALID ? 0 : 1;
    }

    private Verdict verdict() {
        return Verdict.of(findings);
    }

    @Override
    public List<String> lines() {
        var lines = new ArrayList<>(HumanReport.failures(findings));
        lines.add(HumanReport.fact(
                "mirror", Printable.of(String.valueOf(request.folder().getFileName()))));
        lines.add(HumanReport.fact("root", fingerprint().orElse("none given")));
        lines.add(HumanReport.fact("checkpoint", newest.map(HumanReport::state).orElse("none that holds")));
        lines.add(HumanReport.fact("signed by", newest.map(MirrorReport::signer).orElse("not established")));
        lines.add(HumanReport.fact("entries", tally.entries + " recomputed"));
        lines.add(HumanReport.fact("tiles", tally.tiles + " equal"));
        lines.add(HumanReport.fact("checkpoints", tally.checkpoints + " kept ones equal"));
        lines.add(HumanReport.fact("note", CAUTION));
        lines.add(conclusion());
        return lines;
    }

    private static String signer(SignedCheckpoint checkpoint) {
        SigningKey key = checkpoint.signers().getFirst().key();
        return "key " + key.id()
                + key.until().map(end -> ", which has an end: " + end).orElse("");
    }

    private String conclusion() {
        String word = verdict().wire();
        return switch (verdict()) {
            case VALID ->
                word + ": mirror - " + tally.entries + " entries, root "
                        + fingerprint().orElse("none");
            case SELF_ASSERTED -> word + ": the copy fits together, but no trust root vouches for its keys";
            case INVALID -> word + ": failures: " + findings.total() + " - " + tally.entries + " entries";
        };
    }

    private Optional<String> fingerprint() {
        return root.map(TrustRoot::fingerprint);
    }

    @Override
    public String json() {
        Map<String, JsonValue> answer = new HashMap<>();
        answer.put("verdict", new JsonText(verdict().wire()));
        answer.put("root", JsonReport.text(fingerprint()));
        answer.put("checkpoint", JsonReport.checkpoint(newest));
        answer.put("counts", counts());
        answer.put("failureCount", new JsonNumber(findings.total()));
        answer.put("failures", JsonReport.failures(findings.kept()));
        answer.put("note", new JsonText(CAUTION));
        return CanonicalJson.text(new JsonObject(answer));
    }

    private JsonValue counts() {
        return new JsonObject(Map.of(
                "entries", new JsonNumber(tally.entries),
                "tiles", new JsonNumber(tally.tiles),
                "checkpoints", new JsonNumber(tally.checkpoints)));
    }
}
