package io.switchboard.insight.trustcentre;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.control.enforcement.ActionReceipted;
import io.switchboard.control.enforcement.Effect;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.EnforcementKit;
import io.switchboard.control.enforcement.GovernedAction;
import io.switchboard.control.enforcement.Viewing;
import io.switchboard.control.policy.ResourceRef;
import io.switchboard.insight.trustcentre.AccessGrants.Requested;
import io.switchboard.insight.trustcentre.AccessGrants.Wish;
import io.switchboard.insight.trustcentre.AccessRequests.Answer;
import io.switchboard.insight.trustcentre.AccessRequests.Ruling;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.MemberId;
import io.switchboard.kernel.Role;
import io.switchboard.kernel.TenantId;
import io.switchboard.platform.signing.SteppedClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A trust centre put together by hand on a real database, with documents of a few bytes; the portal's own policies, keys and receipts. */
public final class TrustCentreKit {

    public static final Requester JO =
            new Requester("Jo Quill", "jo@buyer.example", "Buyer Inc.", "We want to know how you delete.");

    public final SteppedClock time = new SteppedClock(Instant.parse("2026-11-22T09:00:00Z"));
    public final EnforcementKit kit = EnforcementKit.at(time, "trustcentre");
    public final TrustCentre centre;
    public final AccessRequests requests;
    public final AccessGrants grants;
    final AccessRows rows;
    final StepRows steps;
    public final TenantId acme;
    public final TenantId globex;

    /** What the tenant has not at this moment. */
    final Set<TrustDocument> missing = EnumSet.noneOf(TrustDocument.class);

    /** How each document was to be handed out. */
    final List<Handout> handed = new ArrayList<>();

    private int noted;

    public TrustCentreKit() {
        var viewing = new Viewing(kit.policy());
        var centreRows = new CentreRows(kit.jdbc());
        rows = new AccessRows(kit.jdbc(), kit.signing().box());
        steps = new StepRows(kit.jdbc());
        centre = new TrustCentre(kit.enforcement(), viewing, centreRows, new Drawer());
        requests = new AccessRequests(kit.enforcement(), viewing, centreRows, rows, steps, new Drawer(), time);
        grants = new AccessGrants(kit.enforcement(), centreRows, rows, steps, new Drawer(), time);
        acme = kit.tenant("acme").id();
        globex = kit.tenant("globex").id();
    }

    /** Documents by the enforcement point's way, as those of the portal are. */
    private final class Drawer implements Shelf {

        @Override
        public Optional<String> unavailable(TenantId tenant, TrustDocument document) {
            return missing.contains(document) ? Optional.of("There is none.") : Optional.empty();
        }

        @Override
        public List<DocumentSection> sections(Caller caller, TrustDocument document) {
            return document == TrustDocument.TRUST_REPORT
                    ? List.of(new DocumentSection("keys", "Keys"), new DocumentSection("incidents", "Incidents"))
                    : List.of();
        }

        @Override
        public Enforced<TrustFile> take(Caller by, TrustDocument document, Handout handout) {
            handed.add(handout);
            var issue = new ActionId("assurance.issue-document");
            return kit.enforcement()
                    .perform(
                            GovernedAction.of(by, issue, ResourceRef.of("Document", document.wire())),
                            () -> Effect.of(new TrustFile(document.wire() + ".pdf", bytes(document))));
        }
    }

    public static byte[] bytes(TrustDocument document) {
        return ("%PDF of the " + document.title()).getBytes(StandardCharsets.UTF_8);
    }

    public void open(TenantId tenant) {
        open(tenant, "Keep it to yourself.");
    }

    public void open(TenantId tenant, String terms) {
        var before = centre.settings(caller(tenant, Role.PARTNER_ADMIN));
        var draft =
                new CentreSettings.Draft(true, "Welcome to what we show.", EnumSet.allOf(TrustDocument.class), terms);
        done(centre.configure(caller(tenant, Role.PARTNER_ADMIN), draft, before.version()));
    }

    public void close(TenantId tenant) {
        var before = centre.settings(caller(tenant, Role.PARTNER_ADMIN));
        var draft = new CentreSettings.Draft(
                false, before.welcome(), before.listed(), before.terms().text());
        done(centre.configure(caller(tenant, Role.PARTNER_ADMIN), draft, before.version()));
    }

    public Requested asked(TrustDocument... documents) {
        return done(grants.request(acme, new Wish(JO, Set.of(documents), false)));
    }

    public AccessRequest decided(Requested asked, int days, Function<TrustDocument, Answer> answer) {
        var request = requests.find(nina(), asked.id()).orElseThrow();
        return done(requests.decide(nina(), asked.id(), ruling(request, days, answer))
                .orElseThrow());
    }

    public static Ruling ruling(AccessRequest request, int days, Function<TrustDocument, Answer> answer) {
        return new Ruling(
                request.version(),
                request.documents().stream()
                        .collect(Collectors.toMap(RequestedDocument::document, it -> answer.apply(it.document()))),
                days,
                false);
    }

    public static Answer yes(TrustDocument document) {
        return new Answer(true, "", Set.of());
    }

    public static Answer no(TrustDocument document) {
        return new Answer(false, "Not before the contract.", Set.of());
    }

    public AccessRequest accepted(Requested asked) {
        var terms = grants.page(acme, asked.token()).orElseThrow().terms();
        return done(
                grants.accept(acme, asked.token(), terms.version(), "Jo Quill").orElseThrow());
    }

    public Enforced<TrustFile> fetched(Requested asked, TrustDocument document) {
        return grants.download(acme, asked.token(), document).orElseThrow();
    }

    public AccessRequest.Standing standing(Requested asked) {
        return grants.page(acme, asked.token()).orElseThrow().standing();
    }

    /** The portal tells of receipts as they are left; by hand they are told after, and what follows is later. */
    public void note() {
        time.pass(Duration.ofSeconds(1));
        var events = kit.events();
        var listener = new AccessSteps(steps);
        for (; noted < events.size(); noted++) {
            if (events.get(noted) instanceof ActionReceipted done) {
                listener.note(done);
            }
        }
    }

    public Caller ada() {
        return caller(acme, Role.PARTNER_ADMIN);
    }

    public Caller nina() {
        return caller(acme, Role.APPROVER);
    }

    public static Caller caller(TenantId tenant, Role role) {
        return new Caller(tenant, Actor.user(MemberId.random()), Set.of(role));
    }

    public static <T> T done(Enforced<T> ended) {
        return ((Enforced.Done<T>) ended).value();
    }

    public static void assertFails(Enforced<?> ended, String code) {
        assertThat(ended)
                .isInstanceOfSatisfying(
                        Enforced.Failed.class,
                        failed -> assertThat(failed.failure().code()).isEqualTo(code));
    }

    /** Everything that the tenant's tables and receipts hold, as text. */
    public String everythingStored() {
        var tables =
                List.of("trustcentre_request", "trustcentre_item", "trustcentre_step", "receipt", "policy_decision");
        return tables.stream()
                .flatMap(table -> kit.jdbc().sql("SELECT * FROM " + table).query().listOfRows().stream())
                .map(Map::values)
                .flatMap(values -> values.stream())
                .map(value -> value instanceof byte[] binary
                        ? new String(binary, StandardCharsets.ISO_8859_1)
                        : String.valueOf(value))
                .collect(Collectors.joining("\n"));
    }

    static Set<TrustDocument> all() {
        return Arrays.stream(TrustDocument.values()).collect(Collectors.toUnmodifiableSet());
    }
}
