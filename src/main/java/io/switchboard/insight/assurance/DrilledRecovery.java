package io.switchboard.insight.assurance;

import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.Sha256;
import io.switchboard.operations.drills.Drill;
import io.switchboard.operations.drills.DrillDesk;
import io.switchboard.operations.drills.DrillWords;
import io.switchboard.platform.tenancy.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The latest disaster recovery drill passed. Its signed statement goes along: a tenant could not fetch it from the platform. */
record DrilledRecovery(DrillDesk drills) implements PackCheck {

    static final String COMMAND = """
            jq -r '.attachments[] | select(.name | startswith("drl_")) | .base64' posture-pack.json \\
              | base64 -d > drill.dsse.json
            sha256sum drill.dsse.json
            jq -r .payload drill.dsse.json | base64 -d | jq '{outcome, rtoMillis, rpoMillis, receiptsLost}'""";

    @Override
    public String id() {
        return "dr-drill";
    }

    @Override
    public String title() {
        return "A backup restores, with a measured RTO and RPO";
    }

    @Override
    public Duration shelfLife() {
        return PackConfiguration.DONE;
    }

    @Override
    public String command() {
        return COMMAND;
    }

    @Override
    public Found check(Tenant tenant, List<PostureClaim> posture, Instant now) {
        return drills.latest()
                        .filter(drill -> drill.state() == Drill.State.FAILED)
                        .isPresent()
                ? drills.latest().map(this::failed).orElseThrow()
                : drills.latestPassed().map(this::passed).orElseGet(this::none);
    }

    private Found none() {
        return Found.nothing(
                drills.isPossible()
                        ? "No drill has ended yet. A platform-admin runs one on the page Drills of the tenant platform."
                        : "No drill server is named, so no backup was ever seen to restore. Whoever runs the portal sets SWITCHBOARD_DRILL_URL.");
    }

    private Found failed(Drill drill) {
        return found(
                drill,
                false,
                "The latest drill failed. " + drill.explanation().orElse("")
                        + " Put that right, and run a drill again on the page Drills of the tenant platform.");
    }

    private Found passed(Drill drill) {
        var figures = drill.figures();
        return found(
                drill,
                true,
                "RTO " + figures.rto().map(DrillWords::took).orElse("not measured") + ", RPO "
                        + figures.rpo().map(DrillWords::took).orElse("not measured") + ", receipts lost: "
                        + figures.lost().map(DrillWords::number).orElse("not counted")
                        + ". Compared with the snapshot: "
                        + DrillWords.compared(figures) + ".");
    }

    private Found found(Drill drill, boolean holds, String words) {
        var statement = drills.statement(drill.id());
        var name = drill.id() + ".dsse.json";
        return new Found(
                holds,
                words,
                drill.endedAt(),
                List.of(new Artifact(
                        "Signed statement " + name,
                        "attached to the JSON twin; receipt in the platform's log: "
                                + drill.receipt().map(ReceiptId::value).orElse("none"),
                        statement.map(Sha256::of))),
                statement.map(bytes -> List.of(new Attachment(name, bytes))).orElse(List.of()));
    }
}
