package io.switchboard.control.receipts;

import io.switchboard.control.receipts.anchoring.Anchoring;
import io.switchboard.control.receipts.anchoring.AnchoringKit;
import io.switchboard.control.receipts.anchoring.TestAuthority;
import io.switchboard.control.receipts.proofs.LogReader;
import io.switchboard.control.receipts.proofs.PublishedLogs;
import io.switchboard.control.receipts.sequencer.Integration;
import io.switchboard.control.receipts.sequencer.LogQueue;
import io.switchboard.control.receipts.sequencer.MemoryStore;
import io.switchboard.control.receipts.sequencer.Sequencer;
import io.switchboard.control.receipts.sequencer.SequencerKit;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.CorrelationId;
import io.switchboard.kernel.DecisionId;
import io.switchboard.kernel.LogId;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.Sha256;
import io.switchboard.kernel.TenantId;
import io.switchboard.platform.signing.MasterKey;
import io.switchboard.platform.signing.SigningKit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** The receipts module on a database that has its tables, put together by hand. */
final class ReceiptsKit {

    /** One for all, so that several kits can share a database. */
    private static final MasterKey MASTER = SigningKit.randomMasterKey();

    final SigningKit signing;
    final Disclosures disclosures;
    final Receipts receipts;
    final ReceiptQuery query;
    final Timeline timeline;
    final EvidenceBundles bundles;
    final MemoryStore store = new MemoryStore();
    final Sequencer sequencer;
    final Anchoring anchoring;

    /** None unless a test sets one. */
    Optional<TestAuthority> authority = Optional.empty();

    ReceiptsKit(DataSource database, Clock clock, EvidenceSource... sources) {
        signing = SigningKit.on(database, clock, MASTER);
        var stored = new StoredReceipts(signing.jdbc());
        disclosures = new Disclosures(signing.jdbc(), signing.box());
        receipts = new ReceiptService(stored, disclosures, new LogQueue(signing.jdbc()), signing.ring(), clock);
        sequencer = SequencerKit.on(signing, store, clock);
        query = new ReceiptReader(stored, disclosures, signing.ring());
        var logs = new LogReader(new PublishedLogs(signing.jdbc()), store);
        anchoring = AnchoringKit.on(signing, logs, () -> authority, clock);
        timeline = new TimelineReader(
                new TimelineRows(signing.jdbc()), new ReceiptSubjects(signing.jdbc()), new SameWords());
        bundles = new EvidenceBundles(
                stored,
                disclosures,
                new Integration(sequencer, new LogQueue(signing.jdbc())),
                logs,
                anchoring,
                signing.ring(),
                provider(sources));
    }

    /** Every decision has the same reason. */
    private static final class SameWords implements DecisionWords {

        @Override
        public List<String> why(TenantId tenant, DecisionId decision) {
            return List.of("allowed by imports.commit");
        }

        @Override
        public Map<DecisionId, List<String>> why(TenantId tenant, Collection<DecisionId> decisions) {
            return decisions.stream().collect(Collectors.toMap(Function.identity(), id -> why(tenant, id)));
        }

        @Override
        public Optional<Beside> beside(Caller caller, DecisionId decision) {
            return Optional.empty();
        }
    }

    private static ObjectProvider<EvidenceSource> provider(EvidenceSource... sources) {
        var beans = new StaticListableBeanFactory();
        for (int i = 0; i < sources.length; i++) {
            beans.addBean("source" + i, sources[i]);
        }
        return beans.getBeanProvider(EvidenceSource.class);
    }

    static ReceiptDraft draft(TenantId tenant, String action, Outcome outcome) {
        return new ReceiptDraft(
                tenant,
                new Actor(Actor.Type.USER, "mem_aaaaaaaaaaaaaaaa"),
                new ActionId(action),
                outcome,
                Optional.of(new ReceiptDraft.DecisionRef(
                        DecisionId.random(), Sha256.of("policies"), List.of("imports.commit"), List.of())),
                CorrelationId.random(),
                Optional.empty(),
                Optional.of("import/imp_1"),
                List.of(),
                List.of(new Subject("import", "imp_1", Sha256.of("file"))),
                Map.of(
                        "created",
                        3L,
                        "dryRun",
                        false,
                        "sourceDigest",
                        Sha256.of("file").hex()),
                Map.of("name", "Grace Hopper", "reason", "half a \ud83d character"));
    }

    static ReceiptDraft childOf(ReceiptId parent, ReceiptDraft draft) {
        return new ReceiptDraft(
                draft.tenant(),
                draft.actor(),
                draft.action(),
                draft.outcome(),
                Optional.empty(),
                draft.correlation(),
                Optional.of(parent),
                Optional.empty(),
                List.of(parent),
                List.of(),
                Map.of(),
                Map.of());
    }

    byte[] bundle(TenantId tenant, LogId log, Instant createdAt) {
        return bundle(tenant, log, new BundleRequest(BundleScope.EVERYTHING, ReceiptFilter.ALL, createdAt));
    }

    byte[] bundle(TenantId tenant, LogId log, BundleRequest request) {
        try (var out = new ByteArrayOutputStream()) {
            var outcome = bundles.write(tenant, log, request, out);
            if (!(outcome instanceof BundleOutcome.Written)) {
                throw new AssertionError(outcome);
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
