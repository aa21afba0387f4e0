package io.switchboard.insight.trustcentre;

import static io.switchboard.insight.trustcentre.TrustCentre.require;

import io.switchboard.control.enforcement.ChangeFailure;
import io.switchboard.control.enforcement.Effect;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.EnforcementPoint;
import io.switchboard.control.enforcement.GovernedAction;
import io.switchboard.control.policy.ResourceRef;
import io.switchboard.control.receipts.Subject;
import io.switchboard.insight.trustcentre.AccessRequest.Standing;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.Sha256;
import io.switchboard.kernel.TenantId;
import io.switchboard.operations.delivery.LinkToken;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;

/**
 * The stranger's side: asking, accepting the terms, fetching. All of it is done by the portal for whoever holds the address of the request's own page; nobody is signed in. What a grant allows is looked up in the
 * transaction that hands out, under a lock.
 */
@Service
public class AccessGrants {

    public static final ActionId REQUEST = new ActionId("trustcentre.request");
    public static final ActionId ACCEPT = new ActionId("trustcentre.accept-terms");
    public static final ActionId DOWNLOAD = new ActionId("trustcentre.download");

    /** So many requests of a tenant wait at most: beyond them nobody could decide with care, and a stranger could fill the table. */
    public static final int MOST_WAITING = 50;

    /** So often a grant hands out one document. */
    public static final int MOST_DOWNLOADS = 20;

    private static final String PART = "trust-centre";

    private final EnforcementPoint enforcement;
    private final CentreRows centre;
    private final AccessRows rows;
    private final StepRows steps;
    private final Shelf shelf;
    private final Clock clock;

    AccessGrants(
            EnforcementPoint enforcement,
            CentreRows centre,
            AccessRows rows,
            StepRows steps,
            Shelf shelf,
            Clock clock) {
        this.enforcement = enforcement;
        this.centre = centre;
        this.rows = rows;
        this.steps = steps;
        this.shelf = shelf;
        this.clock = clock;
    }

    /** What a stranger asks for. */
    public record Wish(Requester requester, Set<TrustDocument> documents, boolean watermark) {

        public Wish {
            documents = Set.copyOf(documents);
        }
    }

    /** A request, and what opens its page, which nobody is shown again. */
    public record Requested(AccessId id, LinkToken token) {}

    /** Whether another request can be taken; asked before one is, since a stranger who is turned away leaves no receipt. */
    public boolean hasRoom(TenantId tenant) {
        return rows.waiting(tenant, now()) < MOST_WAITING;
    }

    public Enforced<Requested> request(TenantId tenant, Wish wish) {
        var id = AccessId.random();
        return enforcement.perform(action(tenant, REQUEST, id), () -> {
            var settings = centre.locked(tenant);
            require(settings.open(), "closed", "The trust centre is closed.");
            require(
                    !wish.documents().isEmpty() && settings.listed().containsAll(wish.documents()),
                    "not-listed",
                    "Choose among the documents that are listed.");
            require(wish.requester().problems().isEmpty(), "bad-requester", "Say who you are and why you ask.");
            require(hasRoom(tenant), "too-many-waiting", "Too many requests are waiting. Ask again in a few days.");
            var token = LinkToken.random();
            rows.add(tenant, id, token, wish, now());
            return Effect.of(new Requested(id, token), Subject.atVersion(AccessRequests.REQUEST_TYPE, id.value(), 1))
                    .withFacts(asked(wish));
        });
    }

    private static Map<String, Object> asked(Wish wish) {
        var facts = new HashMap<String, Object>();
        wish.documents().forEach(document -> facts.put(document.wire(), "asked-for"));
        facts.put("watermark", wish.watermark());
        return facts;
    }

    /** What the page shows; empty for an address that never was, and while the trust centre is closed. */
    public Optional<OwnPage> page(TenantId tenant, LinkToken token) {
        return Optional.of(centre.of(tenant))
                .filter(CentreSettings::open)
                .flatMap(settings -> rows.find(tenant, token)
                        .map(request -> new OwnPage(
                                request,
                                request.at(now(), settings.terms().version()),
                                settings.terms(),
                                settings.listed(),
                                steps.of(tenant, request.id()).stream()
                                        .filter(step -> step.action().equals(DOWNLOAD))
                                        .toList())));
    }

    /** A request as its requester sees it, with the terms that are in force and what was handed out. */
    public record OwnPage(
            AccessRequest request,
            Standing standing,
            Terms terms,
            Set<TrustDocument> listed,
            List<AccessStep> downloads) {

        public OwnPage {
            listed = Set.copyOf(listed);
            downloads = List.copyOf(downloads);
        }
    }

    /** {@code terms} is the version that was read. Empty as for {@link #page}. */
    public Optional<Enforced<AccessRequest>> accept(TenantId tenant, LinkToken token, int terms, String name) {
        return page(tenant, token).map(page -> {
            var id = page.request().id();
            return enforcement.perform(following(tenant, ACCEPT, id), () -> {
                var inForce = centre.locked(tenant).terms();
                var request = rows.locked(tenant, id);
                require(
                        inForce.version() == terms,
                        "terms-changed",
                        "The terms have changed since you read them. Read them again.");
                require(
                        request.at(now(), terms) == Standing.TERMS,
                        "nothing-to-accept",
                        "There are no terms to accept at this moment.");
                require(
                        Requester.isLine(name.strip(), Requester.LONGEST_NAME),
                        "no-name",
                        "Sign with your name, in 1 to " + Requester.LONGEST_NAME + " characters.");
                rows.accept(tenant, id, terms, name.strip(), now());
                return Effect.of(
                                request,
                                Subject.atVersion(AccessRequests.REQUEST_TYPE, id.value(), request.version() + 1),
                                TrustCentre.subject(inForce))
                        .withFacts(Map.of("termsVersion", (long) terms));
            });
        });
    }

    /** Empty as for {@link #page}. */
    public Optional<Enforced<TrustFile>> download(TenantId tenant, LinkToken token, TrustDocument document) {
        return page(tenant, token).map(page -> {
            var id = page.request().id();
            return enforcement.perform(following(tenant, DOWNLOAD, id), () -> handedOut(tenant, id, document));
        });
    }

    private Effect<TrustFile> handedOut(TenantId tenant, AccessId id, TrustDocument document) {
        var settings = centre.of(tenant);
        var request = rows.locked(tenant, id);
        check(settings, request, document);
        var handout = handout(request, document);
        var taken = taken(tenant, document, handout);
        var file = taken.value();
        rows.downloaded(tenant, id, document);
        return Effect.of(
                        file,
                        new Subject("Document", file.name(), Sha256.of(file.bytes())),
                        Subject.atVersion(AccessRequests.REQUEST_TYPE, id.value(), request.version()))
                .withFacts(Map.of(
                        "document",
                        document.wire(),
                        "download",
                        request.of(document).orElseThrow().downloads() + 1L,
                        "bytes",
                        (long) file.bytes().length,
                        "termsVersion",
                        (long) settings.terms().version(),
                        "watermarked",
                        handout.watermark().isPresent(),
                        "withheld",
                        (long) handout.withheld().size(),
                        "issuedBy",
                        taken.receipt().id().value()));
    }

    private static Handout handout(AccessRequest request, TrustDocument document) {
        return new Handout(
                request.watermarked() ? Optional.of(Handout.mark(request)) : Optional.empty(),
                request.of(document).orElseThrow().withheld());
    }

    private void check(CentreSettings settings, AccessRequest request, TrustDocument document) {
        var standing = request.at(now(), settings.terms().version());
        require(
                standing == Standing.OPEN,
                standing == Standing.TERMS ? "terms-not-accepted" : "not-open",
                standing == Standing.TERMS ? "Accept the terms first." : "The grant is " + standing.words() + ".");
        var item = request.of(document).filter(it -> it.verdict() == Verdict.APPROVED);
        require(item.isPresent(), "not-approved", "This document was not approved.");
        require(settings.listed().contains(document), "not-listed", "This document is not listed any more.");
        require(
                item.orElseThrow().downloads() < MOST_DOWNLOADS,
                "too-often",
                "The document was handed out " + MOST_DOWNLOADS + " times already. Ask for a new grant.");
    }

    private Enforced.Done<TrustFile> taken(TenantId tenant, TrustDocument document, Handout handout) {
        shelf.unavailable(tenant, document).ifPresent(why -> {
            throw new ChangeFailure("not-available", why);
        });
        return switch (shelf.take(Caller.system(tenant, PART), document, handout)) {
            case Enforced.Done<TrustFile> done -> done;
            case Enforced.Refused<TrustFile> refused ->
                throw new ChangeFailure(
                        "not-issued",
                        "The tenant's policies do not let the trust centre hand this out at this moment.");
            case Enforced.Failed<TrustFile> failed ->
                throw new ChangeFailure("not-issued", failed.failure().explanation());
        };
    }

    private GovernedAction action(TenantId tenant, ActionId action, AccessId id) {
        return GovernedAction.of(
                Caller.system(tenant, PART), action, ResourceRef.of(AccessRequests.REQUEST_TYPE, id.value()));
    }

    /** Follows from the decision. */
    private GovernedAction following(TenantId tenant, ActionId action, AccessId id) {
        var governed = action(tenant, action, id);
        return steps.receipt(tenant, id, AccessRequests.DECIDE)
                .map(governed::withParent)
                .orElse(governed);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
