package io.switchboard.control.receipts;

import io.switchboard.control.receipts.anchoring.Anchoring;
import io.switchboard.control.receipts.anchoring.AnchoringState;
import io.switchboard.control.receipts.fsck.CheckedLog;
import io.switchboard.control.receipts.fsck.LogCheck;
import io.switchboard.control.receipts.log.NoteSigner;
import io.switchboard.control.receipts.proofs.LogReader;
import io.switchboard.control.receipts.proofs.LogSnapshot;
import io.switchboard.control.receipts.proofs.PublishedLog;
import io.switchboard.kernel.TenantId;
import io.switchboard.platform.signing.KeyRing;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** A tenant's log as a whole. What changes it is for those who govern it; receipts come in through {@link Receipts} only. */
@Service
public class TransparencyLog {

    private final LogReader logs;
    private final Anchoring anchoring;
    private final LogCheck check;
    private final KeyRing keys;

    TransparencyLog(LogReader logs, Anchoring anchoring, LogCheck check, KeyRing keys) {
        this.logs = logs;
        this.anchoring = anchoring;
        this.check = check;
        this.keys = keys;
    }

    /** Empty until the tenant's first receipt has its index. */
    public Optional<LogStatus> status(TenantId tenant) {
        return logs.log(tenant).map(log -> status(log, checkpoint(tenant)));
    }

    private LogStatus status(PublishedLog log, Optional<String> checkpoint) {
        var key = keys.logKey(log.tenant());
        return new LogStatus(
                log.log(),
                log.origin(),
                new NoteSigner(log.origin(), key.publicKey(), key.sign()).verifierKey(),
                checkpoint,
                log.size(),
                log.anchored(),
                log.pending(),
                log.isPublic(),
                log.haltedBecause(),
                anchoring(anchoring.state(log.tenant())),
                check.latest(log.tenant()).map(TransparencyLog::check));
    }

    /** A store that is away leaves the rest of the page standing. */
    private Optional<String> checkpoint(TenantId tenant) {
        try {
            return logs.snapshot(tenant).map(LogSnapshot::note);
        } catch (LogReader.StoreAway e) {
            return Optional.empty();
        }
    }

    /** Soon, in the background. */
    public void requestAnchor(TenantId tenant) {
        anchoring.request(tenant);
    }

    /** Recomputes all of it, which takes about a second for 20,000 entries. */
    public Optional<LogStatus.Check> check(TenantId tenant) {
        return check.check(tenant).map(TransparencyLog::check);
    }

    /** Whether strangers may read checkpoint and tiles; they hold digests only. */
    public void publish(TenantId tenant, boolean toEverybody) {
        logs.publish(tenant, toEverybody);
    }

    private static LogStatus.Anchoring anchoring(AnchoringState state) {
        return new LogStatus.Anchoring(
                state.configured(),
                state.newest().map(anchor -> anchor.authority()),
                state.newest().map(anchor -> anchor.at()),
                state.trouble().map(AnchoringState.Trouble::problem),
                state.trouble().map(AnchoringState.Trouble::since));
    }

    private static LogStatus.Check check(CheckedLog found) {
        return new LogStatus.Check(found.at(), found.entries(), found.checkpoints(), found.difference());
    }
}
