package io.switchboard.operations.incidents;

import io.switchboard.control.enforcement.ChangeFailure;
import io.switchboard.control.enforcement.Effect;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.EnforcementPoint;
import io.switchboard.control.enforcement.GovernedAction;
import io.switchboard.control.policy.PolicyDecisionPoint;
import io.switchboard.control.policy.PolicyRequest;
import io.switchboard.control.policy.ResourceRef;
import io.switchboard.control.receipts.Subject;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.MemberId;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.platform.identity.Member;
import io.switchboard.platform.identity.Members;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** Opening incidents and saying how they stand, each with a receipt. Numbers that the portal gives begin with {@code SB-}. */
@Service
public class IncidentChanges {

    public static final ActionId OPEN = new ActionId("incidents.open");
    public static final ActionId UPDATE = new ActionId("incidents.update");

    public static final int LONGEST_TITLE = 300;
    public static final int LONGEST_NOTE = 2_000;

    private static final String RESOURCE = "Incident";

    private final EnforcementPoint enforcement;
    private final PolicyDecisionPoint policy;
    private final Incidents incidents;
    private final Members members;
    private final Clock clock;

    IncidentChanges(
            EnforcementPoint enforcement,
            PolicyDecisionPoint policy,
            Incidents incidents,
            Members members,
            Clock clock) {
        this.enforcement = enforcement;
        this.policy = policy;
        this.incidents = incidents;
        this.members = members;
        this.clock = clock;
    }

    /** What is opened; {@code parent} is the receipt of what it follows from. */
    public record Opening(
            String title,
            Optional<Severity> severity,
            Optional<String> service,
            String note,
            Optional<ReceiptId> parent) {}

    /** Advice for the page: whether to offer the action. */
    public boolean may(Caller caller, ActionId action) {
        return policy.wouldAllow(PolicyRequest.of(caller, action, ResourceRef.of(RESOURCE, "any")));
    }

    public Enforced<Incident> open(Caller caller, Opening opening) {
        var id = IncidentId.random();
        return enforcement.perform(
                action(caller, OPEN, id.value(), opening.parent()), () -> opened(caller, id, opening));
    }

    private Effect<Incident> opened(Caller caller, IncidentId id, Opening opening) {
        require(opening.title(), "title", 1, LONGEST_TITLE);
        require(opening.note(), "note", 0, LONGEST_NOTE);
        var now = clock.instant();
        try {
            incidents.open(caller.tenant(), id, opening, moment(caller, IncidentStatus.NEW, opening.note()), now);
        } catch (DuplicateKeyException e) {
            throw new ChangeFailure(
                    "number-taken", "Another incident was opened at the same moment. Open yours again.");
        }
        var incident = incidents.find(caller.tenant(), id).orElseThrow();
        return Effect.of(incident, subject(incident))
                .withFacts(opening.severity()
                        .<Map<String, Object>>map(severity -> Map.of("severity", severity.word()))
                        .orElse(Map.of()))
                .withDisclosures(disclosed("number", incident.key(), "title", opening.title(), "note", opening.note()));
    }

    /** Empty where the tenant has no such incident. {@code seen} is the version that the caller has looked at: a later one is not overwritten. */
    public Optional<Enforced<Incident>> move(
            Caller caller,
            IncidentId id,
            IncidentStatus status,
            String note,
            Optional<Integer> seen,
            Optional<ReceiptId> parent) {
        return incidents
                .find(caller.tenant(), id)
                .map(incident -> enforcement.perform(
                        action(caller, UPDATE, id.value(), parent), () -> moved(caller, incident, status, note, seen)));
    }

    private Effect<Incident> moved(
            Caller caller, Incident incident, IncidentStatus status, String note, Optional<Integer> seen) {
        require(note, "note", 0, LONGEST_NOTE);
        if (incident.status() == status && note.isBlank()) {
            throw new ChangeFailure(
                    "nothing-new",
                    "The incident is " + status.wire() + " already. Choose another status, or write a note.");
        }
        if (seen.filter(version -> version != incident.version()).isPresent()
                || !incidents.move(incident, moment(caller, status, note), status, clock.instant())) {
            throw new ChangeFailure(
                    "changed-meanwhile",
                    "Somebody else changed this incident meanwhile. Look at it again before you do.");
        }
        var after = incidents.find(incident.tenant(), incident.id()).orElseThrow();
        return Effect.of(after, subject(after))
                .withFacts(Map.of("from", incident.status().wire(), "to", status.wire()))
                .withDisclosures(disclosed("number", after.key(), "note", note));
    }

    /** Somebody names an incident that there is not: that it did not happen has its receipt, too. */
    Enforced<Map<String, String>> unknown(Caller caller, String number, Optional<ReceiptId> parent) {
        return enforcement.perform(action(caller, UPDATE, "unknown", parent), () -> {
            throw new ChangeFailure("unknown-incident", "There is no incident " + number + ". Check its number.");
        });
    }

    private StateChange moment(Caller caller, IncidentStatus status, String note) {
        return new StateChange(
                clock.instant().toString(), status.wire(), null, by(caller), note.isBlank() ? null : note.strip());
    }

    private @Nullable String by(Caller caller) {
        return caller.actor().type() == Actor.Type.USER
                ? members.find(caller.tenant(), new MemberId(caller.actor().id()))
                        .map(Member::displayName)
                        .orElse(null)
                : caller.actor().id();
    }

    private static void require(String text, String what, int least, int most) {
        if (text.strip().length() < least || text.length() > most) {
            throw new ChangeFailure(
                    "bad-" + what,
                    "The " + what + " has " + least + " to " + most + " characters. Write one that has.");
        }
    }

    private static Map<String, String> disclosed(String... pairs) {
        var disclosed = new TreeMap<String, String>();
        for (int i = 0; i < pairs.length; i += 2) {
            if (!pairs[i + 1].isBlank()) {
                disclosed.put(pairs[i], pairs[i + 1]);
            }
        }
        return disclosed;
    }

    private static Subject subject(Incident incident) {
        return Subject.atVersion(RESOURCE, incident.id().value(), incident.version());
    }

    private static GovernedAction action(Caller caller, ActionId action, String id, Optional<ReceiptId> parent) {
        var governed = GovernedAction.of(caller, action, ResourceRef.of(RESOURCE, id));
        return parent.map(governed::withParent).orElse(governed);
    }
}
