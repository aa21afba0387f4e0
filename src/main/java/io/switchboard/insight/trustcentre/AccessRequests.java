package io.switchboard.insight.trustcentre;

import static io.switchboard.insight.trustcentre.TrustCentre.require;

import io.switchboard.control.enforcement.Effect;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.EnforcementPoint;
import io.switchboard.control.enforcement.GovernedAction;
import io.switchboard.control.enforcement.Viewing;
import io.switchboard.control.policy.ResourceRef;
import io.switchboard.control.receipts.Subject;
import io.switchboard.insight.trustcentre.AccessRequest.Standing;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Caller;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;

/** The tenant's side of requests: who sees them, who decides, who ends a grant. Who asked is for those who may decide and for nobody else: an evaluator is somebody of one buyer's. */
@Service
public class AccessRequests {

    public static final ActionId DECIDE = new ActionId("trustcentre.decide");
    public static final ActionId REVOKE = new ActionId("trustcentre.revoke");

    public static final int MOST_DAYS = 30;
    public static final int LONGEST_REASON = 500;

    static final String REQUEST_TYPE = "AccessRequest";

    private static final int MOST = 100;

    private final EnforcementPoint enforcement;
    private final Viewing viewing;
    private final CentreRows centre;
    private final AccessRows rows;
    private final StepRows steps;
    private final Shelf shelf;
    private final Clock clock;

    AccessRequests(
            EnforcementPoint enforcement,
            Viewing viewing,
            CentreRows centre,
            AccessRows rows,
            StepRows steps,
            Shelf shelf,
            Clock clock) {
        this.enforcement = enforcement;
        this.viewing = viewing;
        this.centre = centre;
        this.rows = rows;
        this.steps = steps;
        this.shelf = shelf;
        this.clock = clock;
    }

    /** About one document: yes, perhaps without some of its sections, or no with a reason that the requester reads. */
    public record Answer(boolean approved, String reason, Set<String> withheld) {

        public Answer {
            reason = reason.strip();
            withheld = Set.copyOf(withheld);
        }
    }

    /** {@code version} is that of the request that was seen; {@code days} is how long what is approved may be fetched. A watermark that was asked for is there in any case. */
    public record Ruling(int version, Map<TrustDocument, Answer> answers, int days, boolean watermark) {

        public Ruling {
            answers = Map.copyOf(answers);
        }
    }

    /** The latest 100 of {@link #count}. */
    public List<AccessRequest> list(Caller caller) {
        viewing.require(caller, TrustCentre.VIEW, TrustCentre.CENTRE);
        var mayKnow = mayDecide(caller);
        return rows.list(caller.tenant(), MOST).stream()
                .map(it -> mayKnow ? it : it.withoutRequester())
                .toList();
    }

    public long count(Caller caller) {
        viewing.require(caller, TrustCentre.VIEW, TrustCentre.CENTRE);
        return rows.count(caller.tenant());
    }

    public Optional<AccessRequest> find(Caller caller, AccessId id) {
        viewing.require(caller, TrustCentre.VIEW, TrustCentre.CENTRE);
        return rows.find(caller.tenant(), id).map(it -> mayDecide(caller) ? it : it.withoutRequester());
    }

    /** What happened to it, the first first. */
    public List<AccessStep> steps(Caller caller, AccessId id) {
        viewing.require(caller, TrustCentre.VIEW, TrustCentre.CENTRE);
        return steps.of(caller.tenant(), id);
    }

    /** The name that the terms were signed with, for those who may know who asked. */
    public Optional<String> signed(Caller caller, AccessId id) {
        return mayDecide(caller) ? rows.signed(caller.tenant(), id) : Optional.empty();
    }

    public Standing standing(Caller caller, AccessRequest request) {
        return request.at(now(), centre.of(caller.tenant()).terms().version());
    }

    public boolean mayDecide(Caller caller) {
        return viewing.against(caller, DECIDE, REQUEST_TYPE).isEmpty();
    }

    /** Empty where the tenant has no such request. */
    public Optional<Enforced<AccessRequest>> decide(Caller caller, AccessId id, Ruling ruling) {
        return rows.find(caller.tenant(), id)
                .map(_ -> enforcement.perform(action(caller, DECIDE, id), () -> {
                    var request = rows.locked(caller.tenant(), id);
                    var now = now();
                    require(request.version() == ruling.version(), "changed-meanwhile", CHANGED);
                    require(
                            standing(caller, request) == Standing.WAITING,
                            "not-waiting",
                            "The request is " + standing(caller, request).words()
                                    + " and waits for no decision any more.");
                    RulingCheck.check(request, ruling);
                    RulingCheck.checkWithheld(ruling, document -> sections(caller, document));
                    var decided = RuledRequest.of(request, ruling, now);
                    rows.decide(caller.tenant(), decided);
                    return Effect.of(decided, Subject.atVersion(REQUEST_TYPE, id.value(), decided.version()))
                            .withFacts(RuledRequest.facts(decided, ruling))
                            .withDisclosures(RuledRequest.reasons(decided));
                }));
    }

    private static final String CHANGED = "Somebody else changed the request meanwhile. Look at it again.";

    /** The sections that the document has now, for whoever decides; none where it is handed out as a whole. */
    public List<DocumentSection> sections(Caller caller, TrustDocument document) {
        return shelf.sections(caller, document);
    }

    /** Ends it at once, whether it still waits or is granted already. Empty where the tenant has no such request. */
    public Optional<Enforced<AccessRequest>> revoke(Caller caller, AccessId id) {
        return rows.find(caller.tenant(), id)
                .map(_ -> enforcement.perform(action(caller, REVOKE, id), () -> {
                    var request = rows.locked(caller.tenant(), id);
                    var standing = standing(caller, request);
                    require(!standing.isOver(), "over-already", "The request is " + standing.words() + " already.");
                    rows.revoke(caller.tenant(), id, now());
                    return Effect.of(request, Subject.atVersion(REQUEST_TYPE, id.value(), request.version() + 1))
                            .withFacts(Map.of("downloads", (long) request.downloads()));
                }));
    }

    /** Follows from the request. */
    private GovernedAction action(Caller caller, ActionId action, AccessId id) {
        var governed = GovernedAction.of(caller, action, ResourceRef.of(REQUEST_TYPE, id.value()));
        return steps.receipt(caller.tenant(), id, AccessGrants.REQUEST)
                .map(governed::withParent)
                .orElse(governed);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
