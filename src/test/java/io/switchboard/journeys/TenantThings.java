package io.switchboard.journeys;

import io.switchboard.control.approvals.Approvals;
import io.switchboard.control.approvals.Asked;
import io.switchboard.control.approvals.Question;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.receipts.BundleScope;
import io.switchboard.insight.trustcentre.AccessGrants;
import io.switchboard.insight.trustcentre.CentreSettings;
import io.switchboard.insight.trustcentre.Requester;
import io.switchboard.insight.trustcentre.TrustCentre;
import io.switchboard.insight.trustcentre.TrustDocument;
import io.switchboard.insight.trustreports.ReportId;
import io.switchboard.insight.trustreports.TrustReport;
import io.switchboard.insight.trustreports.TrustReports;
import io.switchboard.insight.trustreports.Week;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.Sha256;
import io.switchboard.kernel.Slug;
import io.switchboard.operations.administration.EvidenceExports;
import io.switchboard.operations.delivery.DeliveryDesk;
import io.switchboard.operations.delivery.DeliveryId;
import io.switchboard.operations.delivery.Destination;
import io.switchboard.operations.delivery.SecureLinks;
import io.switchboard.operations.delivery.SharedFile;
import io.switchboard.operations.entities.TestGraph;
import io.switchboard.operations.feedback.FeedbackDesk;
import io.switchboard.operations.feedback.Impact;
import io.switchboard.operations.feedback.NewFeedback;
import io.switchboard.operations.feedback.Submission;
import io.switchboard.operations.feedback.TestPictures;
import io.switchboard.operations.imports.ImportId;
import io.switchboard.operations.imports.ImportService;
import io.switchboard.operations.imports.SavedMapping;
import io.switchboard.operations.imports.SavedMappings;
import io.switchboard.operations.imports.Upload;
import io.switchboard.operations.imports.schedules.ImportSchedule;
import io.switchboard.operations.imports.schedules.ImportSchedules;
import io.switchboard.operations.imports.schedules.ScheduleDraft;
import io.switchboard.operations.incidents.Incidents;
import io.switchboard.operations.ledger.Decided;
import io.switchboard.operations.ledger.DecisionLedger;
import io.switchboard.operations.ledger.LedgerEntry;
import io.switchboard.operations.ledger.NewEntry;
import io.switchboard.operations.retention.Purge;
import io.switchboard.operations.retention.Purges;
import io.switchboard.operations.retention.RetentionDesk;
import io.switchboard.operations.runbooks.RunbookDesk;
import io.switchboard.operations.runbooks.RunbookFilter;
import io.switchboard.operations.runs.Run;
import io.switchboard.operations.runs.RunDesk;
import io.switchboard.operations.webhooks.EndpointName;
import io.switchboard.operations.webhooks.Webhooks;
import io.switchboard.platform.identity.MemberGroups;
import io.switchboard.platform.identity.Members;
import io.switchboard.platform.tenancy.Tenants;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.assertj.core.api.Assertions;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One of each thing that a tenant has and an address may name: route parameter or resource of the API, and its id. */
record TenantThings(Map<String, String> ids) {

    static TenantThings of(JourneyPortal portal, String tenant, String admin) {
        var caller = caller(portal, tenant, admin);
        var planned = plannedImport(portal, caller);
        var exported = exported(portal, caller);
        var entity = entity(portal, caller);
        var things = new HashMap<>(Map.of(
                "receipt",
                exported.receipt().id().value(),
                "import",
                planned,
                "subjectType",
                "import",
                "subjectId",
                planned,
                "entity",
                entity,
                "incident",
                incident(portal, caller),
                "runbook",
                runbook(portal, caller),
                "User",
                caller.actor().id(),
                "Group",
                group(portal, caller),
                "approval",
                ticket(portal, caller)));
        things.put("import-mapping", mapping(portal, caller));
        var schedule = schedule(portal, caller);
        things.put("import-schedule", schedule);
        things.put("schedule", schedule);
        things.put("feedback", feedback(portal, caller));
        things.put("run", run(portal, caller));
        things.put("webhook", webhook(portal, caller));
        things.put("delivery", delivery(portal, caller));
        things.put("link", link(portal, caller));
        things.put("decision", exported.decision().id().value());
        things.put("number", "1");
        var entry = decision(portal, caller);
        things.put("entry", entry);
        things.put("ledger", entry);
        things.put("trust-report", trustReport(portal, caller));
        things.put("request", accessRequest(portal, caller));
        things.put("form", "pdf");
        var purge = purge(portal, caller);
        things.put("purge", purge);
        things.put("manifest", purge);
        return new TenantThings(Map.copyOf(things));
    }

    /** A path with its parameters filled; {@code api/receipts/{id}} and {@code :receipt} both name a receipt. */
    String fill(String template) {
        var filled = new StringBuilder();
        var before = "";
        for (var segment : template.replaceFirst("^/", "").split("/", -1)) {
            filled.append('/').append(parameter(segment) ? id(name(segment, before), template) : segment);
            before = segment;
        }
        return filled.toString();
    }

    static boolean parameter(String segment) {
        return segment.startsWith(":") || segment.startsWith("{");
    }

    private static String name(String segment, String before) {
        return segment.equals("{id}")
                ? before.replaceFirst("ies$", "y").replaceFirst("s$", "")
                : segment.replaceFirst("^[:{](\\w+).*$", "$1");
    }

    private String id(String name, String template) {
        return Optional.ofNullable(ids.get(name))
                .orElseGet(() -> Assertions.fail(
                        "%s names a %s: let TenantThings make one, so that another tenant's can be asked for",
                        template, name));
    }

    static Caller caller(JourneyPortal portal, String tenant, String admin) {
        var id = portal.bean(Tenants.class)
                .findBySlug(new Slug(tenant))
                .orElseThrow()
                .id();
        var member = portal.bean(Members.class).findByUserName(id, admin).orElseThrow();
        return new Caller(id, Actor.user(member.id()), member.roles());
    }

    private static Enforced.Done<byte[]> exported(JourneyPortal portal, Caller caller) {
        return (Enforced.Done<byte[]>) portal.bean(EvidenceExports.class).export(caller, BundleScope.EVERYTHING);
    }

    /** Reports are named by their week, so a tenant that has none does not find that of another under its name. */
    private static String trustReport(JourneyPortal portal, Caller caller) {
        var monday = Week.of(Instant.now(), ZoneOffset.UTC).monday();
        return portal.bean(TrustReports.class).issue(caller, monday) instanceof Enforced.Done<TrustReport> done
                ? done.value().id().toString()
                : new ReportId(LocalDate.parse("2020-01-06"), 1).toString();
    }

    private static String accessRequest(JourneyPortal portal, Caller caller) {
        var centre = portal.bean(TrustCentre.class);
        var settings = centre.settings(caller);
        if (!settings.open()) {
            var draft = new CentreSettings.Draft(true, "Welcome.", Set.of(TrustDocument.POSTURE_PACK), "Keep it.");
            Assertions.assertThat(centre.configure(caller, draft, settings.version()))
                    .isInstanceOf(Enforced.Done.class);
        }
        var jo = new Requester("Jo Quill", "jo@buyer.example", "Buyer", "To judge.");
        var wish = new AccessGrants.Wish(jo, Set.of(TrustDocument.POSTURE_PACK), false);
        var asked = portal.bean(AccessGrants.class).request(caller.tenant(), wish);
        return ((Enforced.Done<AccessGrants.Requested>) asked).value().id().value();
    }

    /** Of a submission from long ago. */
    private static String purge(JourneyPortal portal, Caller caller) {
        portal.bean(JdbcClient.class)
                .sql("UPDATE feedback SET submitted_at = '2015-01-01' WHERE feedback_id = ?")
                .param(feedback(portal, caller))
                .update();
        var due = portal.bean(RetentionDesk.class).standing(caller);
        var ended = portal.bean(Purges.class).purge(caller, due.asOf(), due.version());
        return ((Enforced.Done<Purge>) ended).value().id().value();
    }

    private static String mapping(JourneyPortal portal, Caller caller) {
        var saved = portal.bean(SavedMappings.class)
                .save(caller, "identities", "HR " + UUID.randomUUID(), Map.of("user_name", "Login"));
        return ((Enforced.Done<SavedMapping>) saved).value().id().value();
    }

    private static String schedule(JourneyPortal portal, Caller caller) {
        var draft = new ScheduleDraft(
                "Nightly people " + UUID.randomUUID(),
                "identities",
                "http://127.0.0.1:1/people.csv",
                "none",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "P1D",
                "plan");
        var created = portal.bean(ImportSchedules.class).create(caller, draft);
        return ((Enforced.Done<ImportSchedule>) created).value().id().value();
    }

    private static String ticket(JourneyPortal portal, Caller caller) {
        var question = new Question(
                new ActionId("groups.update"),
                Sha256.of(UUID.randomUUID().toString()),
                "Everybody loses a role.",
                List.of());
        var held = portal.bean(EvidenceExports.class).export(caller, BundleScope.EVERYTHING);
        var asked = portal.bean(Approvals.class)
                .ask(caller, question, held.receipt().id());
        return ((Asked.Standing) asked).ticket().id().value();
    }

    /** A tenant has room for so many, so one serves all tests. */
    private static String webhook(JourneyPortal portal, Caller caller) {
        var webhooks = portal.bean(Webhooks.class);
        if (webhooks.list(caller).isEmpty()) {
            var name = new EndpointName("hook-" + UUID.randomUUID().toString().substring(0, 8));
            webhooks.register(caller, name, "http://127.0.0.1:1/hook");
        }
        return webhooks.list(caller).getFirst().name().value();
    }

    private static String delivery(JourneyPortal portal, Caller caller) {
        var desk = portal.bean(DeliveryDesk.class);
        var to = new Destination(Destination.Kind.WEBHOOK, webhook(portal, caller));
        desk.enable(caller, to); // an earlier test may have found out that nobody is there
        return desk.test(caller, to).orElseThrow() instanceof Enforced.Done<DeliveryId> done
                ? done.value().value()
                : Assertions.fail("no test was put on its way");
    }

    private static String link(JourneyPortal portal, Caller caller) {
        var file = new SharedFile("words.txt", "text/plain", "Words.".getBytes(StandardCharsets.UTF_8));
        var shared = portal.bean(SecureLinks.class).share(caller, file, Duration.ofDays(1), 1);
        return ((Enforced.Done<SecureLinks.Shared>) shared).value().link().id().value();
    }

    private static String feedback(JourneyPortal portal, Caller caller) {
        var said = new NewFeedback("It hurts.", Impact.SLOWS, Map.of(), Optional.of(TestPictures.png(8, 6)));
        var submitted = portal.bean(FeedbackDesk.class).submit(caller, said);
        return ((Enforced.Done<Submission>) submitted).value().id().value();
    }

    private static String entity(JourneyPortal portal, Caller caller) {
        var graph = new TestGraph()
                .node("web", "service", "Web shop")
                .node("db", "database")
                .edge("web", "reads", "db");
        graph.write(portal.bean(DataSource.class), caller.tenant());
        return graph.id("web").value();
    }

    private static String incident(JourneyPortal portal, Caller caller) {
        var id = planned(portal, caller, "incidents", "number,title,state\nINC-7,Mail is down,new\n");
        Assertions.assertThat(portal.bean(ImportService.class).commit(caller, id))
                .get()
                .isInstanceOf(Enforced.Done.class);
        return portal.bean(Incidents.class)
                .findByKey(caller.tenant(), "INC-7")
                .orElseThrow()
                .id()
                .value();
    }

    private static String runbook(JourneyPortal portal, Caller caller) {
        var file = "runbook: 1\nid: call\ntitle: Call\nsteps: [{id: a, type: manual, with: {instruction: Call}}]\n";
        var id = planned(portal, caller, "runbooks", file);
        Assertions.assertThat(portal.bean(ImportService.class).commit(caller, id))
                .get()
                .isInstanceOf(Enforced.Done.class);
        var filter = new RunbookFilter(Optional.empty(), Optional.of("call"));
        return portal.bean(RunbookDesk.class)
                .list(caller, filter, Optional.empty(), 1)
                .items()
                .getFirst()
                .id()
                .value();
    }

    private static String run(JourneyPortal portal, Caller caller) {
        var started = portal.bean(RunDesk.class).startCommand(caller, "incident.open", Map.of("title", "Mail is slow"));
        return ((Enforced.Done<Run>) started).value().id().value();
    }

    private static String decision(JourneyPortal portal, Caller caller) {
        var said = new NewEntry(
                Decided.GO,
                "Go on",
                "It works.",
                Optional.empty(),
                1,
                LocalDate.now(ZoneOffset.UTC).plusDays(30));
        var recorded = portal.bean(DecisionLedger.class).record(caller, said);
        return ((Enforced.Done<LedgerEntry>) recorded).value().id().value();
    }

    private static String group(JourneyPortal portal, Caller caller) {
        var name = "Group of " + UUID.randomUUID();
        return portal.bean(MemberGroups.class)
                .add(caller.tenant(), name, Optional.empty())
                .value();
    }

    private static String plannedImport(JourneyPortal portal, Caller caller) {
        var file = "user_name,given_name,family_name,roles\nzoe,Zoe,Quill,operator\nzoe,Zoe,Again,operator\n";
        return planned(portal, caller, "identities", file).value();
    }

    private static ImportId planned(JourneyPortal portal, Caller caller, String kind, String file) {
        var imports = portal.bean(ImportService.class);
        var upload = imports.upload(
                caller, kind, "two.csv", new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
        var id = ((Upload.Accepted) upload).plan().id();
        Assertions.assertThat(imports.plan(caller, id, Map.of())).get().isInstanceOf(Enforced.Done.class);
        return id;
    }
}
