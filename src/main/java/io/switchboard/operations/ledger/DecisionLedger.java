package io.switchboard.operations.ledger;

import io.switchboard.control.enforcement.ActionReceipted;
import io.switchboard.control.enforcement.ChangeFailure;
import io.switchboard.control.enforcement.Effect;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.EnforcementPoint;
import io.switchboard.control.enforcement.GovernedAction;
import io.switchboard.control.enforcement.Viewing;
import io.switchboard.control.policy.Decision;
import io.switchboard.control.policy.ResourceRef;
import io.switchboard.control.receipts.Outcome;
import io.switchboard.control.receipts.Subject;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Caller;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/** The decisions of a tenant on record: recorded, signed and withdrawn as governed actions. */
@Service
public class DecisionLedger {

    public static final ActionId VIEW = new ActionId("ledger.view");
    public static final ActionId RECORD = new ActionId("ledger.record");
    public static final ActionId SIGN = new ActionId("ledger.sign");
    public static final ActionId WITHDRAW = new ActionId("ledger.withdraw");

    public static final int LONGEST_REASON = 1000;

    static final String ENTRY = "LedgerEntry";

    private static final int MOST = 500;

    private final Viewing viewing;
    private final EnforcementPoint enforcement;
    private final LedgerRows rows;
    private final List<ExceptionSource> elsewhere;
    private final Clock clock;

    DecisionLedger(
            Viewing viewing,
            EnforcementPoint enforcement,
            LedgerRows rows,
            List<ExceptionSource> elsewhere,
            Clock clock) {
        this.viewing = viewing;
        this.enforcement = enforcement;
        this.rows = rows;
        this.elsewhere = elsewhere;
        this.clock = clock;
    }

    /** The decision that stands against looking; empty for whoever may. */
    public Optional<Decision> againstViewing(Caller caller) {
        return viewing.against(caller, VIEW, ENTRY);
    }

    /** The latest first, at most 500. */
    public List<LedgerEntry> entries(Caller caller) {
        viewing.require(caller, VIEW, ENTRY);
        return rows.all(caller.tenant(), MOST);
    }

    /** Exceptions that were made elsewhere in the portal and hold now, the latest first. */
    public List<LinkedException> elsewhere(Caller caller) {
        viewing.require(caller, VIEW, ENTRY);
        return elsewhere.stream()
                .flatMap(source -> source.in(caller.tenant()).stream())
                .sorted(Comparator.comparing(LinkedException::at).reversed())
                .toList();
    }

    public Optional<LedgerEntry> find(Caller caller, EntryId id) {
        viewing.require(caller, VIEW, ENTRY);
        return rows.find(caller.tenant(), id);
    }

    public Enforced<LedgerEntry> record(Caller caller, NewEntry said) {
        var id = EntryId.random();
        return enforcement.perform(on(caller, RECORD, id), () -> {
            var now = now();
            requireWords(said);
            requireDay(said.until(), now);
            var entry = new LedgerEntry(id, said, caller.actor(), now, Optional.empty(), List.of(), Optional.empty());
            rows.add(caller.tenant(), entry);
            return effect(
                    entry,
                    Map.of(
                            "decision",
                            said.decided().wire(),
                            "until",
                            said.until().toString()),
                    Map.of("title", said.title(), "rationale", said.rationale()));
        });
    }

    /** Nobody signs what they recorded, nor twice; what counts no more is not signed. */
    public Optional<Enforced<LedgerEntry>> sign(Caller caller, EntryId id) {
        return rows.find(caller.tenant(), id)
                .map(_ -> enforcement.perform(on(caller, SIGN, id), () -> {
                    var entry = rows.locked(caller.tenant(), id);
                    requireSignable(caller, entry);
                    rows.sign(caller, id, now());
                    var signed = rows.find(caller.tenant(), id).orElseThrow();
                    return effect(signed, Map.of("missing", (long) signed.missing()), Map.of());
                }));
    }

    public Optional<Enforced<LedgerEntry>> withdraw(Caller caller, EntryId id, String reason) {
        return rows.find(caller.tenant(), id)
                .map(_ -> enforcement.perform(on(caller, WITHDRAW, id), () -> {
                    var entry = rows.locked(caller.tenant(), id);
                    require(
                            !reason.isBlank() && reason.length() <= LONGEST_REASON,
                            "no-reason",
                            "Say why it does not count any more, in 1 to " + LONGEST_REASON + " characters.");
                    var standing = entry.at(now());
                    require(
                            standing == Standing.WAITING || standing == Standing.IN_FORCE,
                            "over",
                            "It does not count any more: it is " + standing.words() + ".");
                    rows.withdraw(caller.tenant(), id, now(), reason.strip());
                    return effect(
                            rows.find(caller.tenant(), id).orElseThrow(), Map.of(), Map.of("reason", reason.strip()));
                }));
    }

    private void requireSignable(Caller caller, LedgerEntry entry) {
        var standing = entry.at(now());
        require(
                standing == Standing.WAITING,
                "nothing-to-sign",
                "It needs no signature: it is " + standing.words() + ".");
        require(
                !entry.recordedBy().equals(caller.actor()),
                "own-entry",
                "You recorded it yourself, so somebody else has to sign.");
        require(
                entry.signatures().stream()
                        .noneMatch(signature -> signature.by().equals(caller.actor())),
                "signed-already",
                "You have signed it already; " + entry.missing() + " more by others are needed.");
    }

    private static void requireWords(NewEntry said) {
        requireLength("title", said.title(), NewEntry.LONGEST_TITLE);
        requireLength("rationale", said.rationale(), NewEntry.LONGEST_RATIONALE);
        said.about().ifPresent(about -> requireLength("subject", about, NewEntry.LONGEST_ABOUT));
        require(
                said.signatures() >= 1 && said.signatures() <= NewEntry.MOST_SIGNATURES,
                "bad-signatures",
                "A decision needs 1 to " + NewEntry.MOST_SIGNATURES + " signatures.");
    }

    private static void requireLength(String what, String text, int longest) {
        require(
                !text.isBlank() && text.length() <= longest,
                "bad-" + what,
                "A " + what + " has 1 to " + longest + " characters.");
    }

    private static void requireDay(LocalDate until, Instant now) {
        var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        require(
                !until.isBefore(today) && !until.isAfter(today.plusDays(NewEntry.MOST_DAYS)),
                "bad-until",
                "The last day on which it counts is between today and " + NewEntry.MOST_DAYS + " days from now (UTC).");
    }

    private static Effect<LedgerEntry> effect(
            LedgerEntry entry, Map<String, Object> more, Map<String, String> disclosed) {
        var facts = new HashMap<>(more);
        facts.put("digest", entry.digest().hex());
        return Effect.of(entry, new Subject(ENTRY, entry.id().value(), entry.digest()))
                .withFacts(facts)
                .withDisclosures(disclosed);
    }

    private static GovernedAction on(Caller caller, ActionId action, EntryId id) {
        return GovernedAction.of(caller, action, ResourceRef.of(ENTRY, id.value()));
    }

    /** Notes receipts with their rows, in the transaction that leaves them. */
    @EventListener
    void note(ActionReceipted done) {
        if (done.outcome() == Outcome.ALLOWED) {
            done.subjects().stream()
                    .filter(subject -> subject.type().equals(ENTRY))
                    .forEach(subject -> note(done, new EntryId(subject.id())));
        }
    }

    private void note(ActionReceipted done, EntryId id) {
        if (done.action().equals(RECORD)) {
            rows.receipted(done.tenant(), id, done.receipt());
        } else if (done.action().equals(SIGN)) {
            rows.signatureReceipted(done.tenant(), id, done.actor(), done.receipt());
        } else if (done.action().equals(WITHDRAW)) {
            rows.withdrawalReceipted(done.tenant(), id, done.receipt());
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static void require(boolean condition, String code, String message) {
        if (!condition) {
            throw new ChangeFailure(code, message);
        }
    }
}
