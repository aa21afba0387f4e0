package io.switchboard.operations.runs;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.browserless.SignedInViewTest;
import io.switchboard.control.approvals.ApprovalDesk;
import io.switchboard.control.approvals.TicketId;
import io.switchboard.control.approvals.Verdict;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.flags.FlagChanges;
import io.switchboard.control.flags.FlagDesk;
import io.switchboard.control.flags.FlagDraft;
import io.switchboard.control.flags.FlagKey;
import io.switchboard.control.receipts.ReceiptQuery;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.Role;
import io.switchboard.operations.imports.ImportService;
import io.switchboard.operations.imports.Upload;
import io.switchboard.operations.incidents.IncidentStatus;
import io.switchboard.operations.incidents.Incidents;
import io.switchboard.operations.onboarding.ReceiptedFacts;
import io.switchboard.operations.runbooks.RunbookDesk;
import io.switchboard.operations.runbooks.RunbookFilter;
import io.switchboard.operations.runbooks.RunbookId;
import io.switchboard.platform.identity.Member;
import io.switchboard.platform.identity.Members;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Runs in the portal as it runs, by the people of acme. */
class RunsTest extends SignedInViewTest {

    private static final String RUNBOOK = """
            runbook: 1
            id: KEY
            title: Restart the checkout
            inputs:
              - {name: region, type: choice, options: [eu, us], required: true}
            steps:
              - {id: look, type: manual, with: {instruction: "Look at the checkout in {{ inputs.region }}"}}
              - id: where
                type: branch
                with: {condition: "{{ inputs.region }} == eu", then: record, else: never}
              - {id: never, type: note, with: {message: not here}, next: end}
              - id: record
                type: command
                approval: {by: approver, message: Open it?}
                with: {shell: switchboard, run: incident.open, options: {title: "Checkout is slow in {{ inputs.region }}", severity: high}}
              - id: tell
                type: note
                with: {message: "Opened {{ steps.record.number }}"}
            """;

    @Test
    void runsACommandAndLeavesItsReceipts() {
        var run = verified();
        assertThat(run.state()).isEqualTo(RunState.DONE);
        assertThat(run.steps()).singleElement().satisfies(step -> {
            assertThat(step.state()).isEqualTo(StepState.DONE);
            assertThat(step.says()).contains("as they were signed");
        });
        assertThat(action(run, run.receipt())).isEqualTo("runs.start");
        assertThat(action(run, run.steps().getFirst().receipt())).isEqualTo("runs.command");
        assertThat(new RunFacts().firstCommand(bean(ReceiptedFacts.class)).in(run.tenant()))
                .isPresent();
    }

    @Test
    void undoesWhatACommandDidWhenTheRunIsRolledBack() {
        var run = settled(
                started("otto", "incident.open", Map.of("title", "Rolled back")),
                each -> !each.state().isUnderWay());
        var number = run.steps().getFirst().outputs().getOrDefault("number", "");
        assertThat(bean(Incidents.class).findByKey(run.tenant(), number)).isPresent();
        assertThat(desk().rollBack(caller("otto"), run.id()))
                .hasValueSatisfying(done -> assertThat(done).isInstanceOf(Enforced.Done.class));
        var back = settled(run, each -> each.state() == RunState.ROLLED_BACK);
        assertThat(back.steps()).extracting(RunStep::back).containsExactly(false, true);
        assertThat(bean(Incidents.class)
                        .findByKey(run.tenant(), number)
                        .orElseThrow()
                        .status())
                .isEqualTo(IncidentStatus.CANCELLED);
        assertThat(desk().rollBack(caller("otto"), run.id()).orElseThrow()).isInstanceOf(Enforced.Failed.class);
    }

    @Test
    void goesStepByStepAndWaitsForPeopleAndApprovals() {
        var runbook = imported("stepwise");
        var otto = caller("otto");
        var run = done(desk().startRunbook(otto, runbook.value(), Map.of("region", "eu"))
                .orElseThrow());
        run = settled(run, each -> each.asking().isPresent());
        assertThat(run.asking().orElseThrow().says()).isEqualTo("Look at the checkout in eu");
        done(desk().answer(otto, run.id(), 1, Answer.DONE, "All green").orElseThrow());
        run = settled(run, each -> each.last().flatMap(RunStep::ticket).isPresent());
        var ticket = new TicketId(run.last().flatMap(RunStep::ticket).orElseThrow());
        assertThat(bean(ApprovalDesk.class)
                        .decide(caller("nina"), ticket, Verdict.APPROVE, "Fine")
                        .orElseThrow())
                .isInstanceOf(Enforced.Done.class);
        run = settled(run, each -> !each.state().isUnderWay());
        assertThat(run.state()).isEqualTo(RunState.DONE);
        assertThat(run.steps()).extracting(RunStep::step).containsExactly("look", "where", "record", "tell");
        assertThat(run.steps()).allSatisfy(step -> assertThat(step.receipt()).isPresent());
        assertThat(run.steps().getLast().says())
                .isEqualTo("Opened " + run.steps().get(2).outputs().get("number"));
    }

    @Test
    void failsWhereAnApproverSaysNo() {
        var runbook = imported("denied");
        var run = done(desk().startRunbook(caller("otto"), runbook.value(), Map.of("region", "eu"))
                .orElseThrow());
        run = settled(run, each -> each.asking().isPresent());
        done(desk().answer(caller("otto"), run.id(), 1, Answer.DONE, "").orElseThrow());
        run = settled(run, each -> each.last().flatMap(RunStep::ticket).isPresent());
        bean(ApprovalDesk.class)
                .decide(
                        caller("nina"),
                        new TicketId(run.last().flatMap(RunStep::ticket).orElseThrow()),
                        Verdict.DENY,
                        "Not now");
        run = settled(run, each -> !each.state().isUnderWay());
        assertThat(run.state()).isEqualTo(RunState.FAILED);
        assertThat(run.last().orElseThrow().says()).contains("said no");
    }

    @Test
    void goesNoFurtherOnceItIsCancelled() {
        var runbook = imported("cancelled");
        var run = done(desk().startRunbook(caller("otto"), runbook.value(), Map.of("region", "us"))
                .orElseThrow());
        run = settled(run, each -> each.asking().isPresent());
        done(desk().cancel(caller("otto"), run.id()).orElseThrow());
        assertThat(desk().answer(caller("otto"), run.id(), 1, Answer.DONE, "").orElseThrow())
                .isInstanceOf(Enforced.Failed.class);
        assertThat(desk().find(caller("otto"), run.id()).orElseThrow().state()).isEqualTo(RunState.CANCELLED);
    }

    @Test
    void refusesInputsThatDoNotFitAndPeopleWhoMayNot() {
        var runbook = imported("refused");
        assertThat(desk().startRunbook(caller("otto"), runbook.value(), Map.of("region", "mars"))
                        .orElseThrow())
                .isInstanceOfSatisfying(
                        Enforced.Failed.class,
                        failed -> assertThat(failed.failure().explanation()).contains("region is no choice of eu, us"));
        assertThat(desk().startRunbook(caller("nina"), runbook.value(), Map.of("region", "eu"))
                        .orElseThrow())
                .isInstanceOf(Enforced.Refused.class);
        assertThat(desk().startCommand(caller("otto"), "rm.everything", Map.of()))
                .isInstanceOf(Enforced.Failed.class);
    }

    @Test
    void checksAnEndpointAndSaysWhatStandsInTheWay() {
        var refused = settled(
                started("otto", "http.check", Map.of("url", "https://169.254.169.254/latest")),
                each -> !each.state().isUnderWay());
        assertThat(refused.state()).isEqualTo(RunState.FAILED);
        assertThat(refused.steps().getFirst().says()).contains("no public address");
        assertThat(action(refused, refused.steps().getFirst().receipt())).isEqualTo("runs.command");
    }

    /** A ticket that no ticket can be called: reading it is a defect. */
    @Test
    void failsAStepThatMeetsADefectAndDoesNotTryForEver() {
        var otto = caller("otto");
        var runbook = imported("defective");
        var run = done(desk().startRunbook(otto, runbook.value(), Map.of("region", "eu"))
                .orElseThrow());
        run = settled(run, each -> each.asking().isPresent());
        done(desk().answer(otto, run.id(), 1, Answer.DONE, "").orElseThrow());
        run = settled(run, each -> each.last().flatMap(RunStep::ticket).isPresent());
        bean(JdbcClient.class)
                .sql(
                        "UPDATE run_step SET ticket_id = 'no ticket' WHERE tenant_id = ? AND run_id = ? AND ticket_id IS NOT NULL")
                .params(run.tenant().value(), run.id().value())
                .update();
        run = settled(run, each -> !each.state().isUnderWay());
        assertThat(run.state()).isEqualTo(RunState.FAILED);
        assertThat(run.steps().getLast().says()).contains("has a defect");
        assertThat(action(run, run.steps().getLast().receipt())).isEqualTo("runs.step");
    }

    @Test
    void aRunbookCanBeNamedByItsAuthorsId() {
        imported("by-its-key");
        var run = done(desk().startRunbook(caller("otto"), "by-its-key", Map.of("region", "us"))
                .orElseThrow());
        assertThat(run.origin().key()).isEqualTo("by-its-key");
        assertThat(desk().canBeUndone(run)).as("nothing was done yet").isFalse();
        assertThat(new RunOutline(run).toCome()).startsWith("look", "where");
        assertThat(desk().startRunbook(caller("otto"), "no-such", Map.of())).isEmpty();
        done(desk().cancel(caller("otto"), run.id()).orElseThrow());
    }

    private static final String TERMS = """
            runbook: 1
            id: KEY
            title: On terms
            steps:
              - id: say
                type: note
                vars: {place: "eu-{{ constants.zone }}"}
                with: {message: "Look at {{ vars.place }}"}
              - id: agree
                type: approval
                with: {by: partner-admin, quorum: "1", message: "Go on?"}
              - id: look
                type: manual
                timeout: 1s
                with: {instruction: Look}
            constants: {zone: west}
            """;

    @Test
    void holdsStepsToTheirRoleTheirTimeoutAndTheirOwnValues() {
        var runbook = imported("on-terms", TERMS);
        var run = done(
                desk().startRunbook(caller("otto"), runbook.value(), Map.of()).orElseThrow());
        run = settled(run, each -> each.last().flatMap(RunStep::ticket).isPresent());
        assertThat(run.steps().getFirst().says()).isEqualTo("Look at eu-west");
        var ticket = new TicketId(run.last().flatMap(RunStep::ticket).orElseThrow());
        var approvals = bean(ApprovalDesk.class);
        assertThat(approvals
                        .decide(caller("nina"), ticket, Verdict.APPROVE, "Fine")
                        .orElseThrow())
                .as("an approver, where a partner-admin is named")
                .isInstanceOf(Enforced.Refused.class);
        assertThat(approvals
                        .decide(caller("ada"), ticket, Verdict.APPROVE, "Fine")
                        .orElseThrow())
                .isInstanceOf(Enforced.Done.class);
        run = settled(run, each -> !each.state().isUnderWay());
        assertThat(run.state()).isEqualTo(RunState.FAILED);
        assertThat(run.steps().getLast().says()).contains("was not over after 1s, its timeout");
    }

    @Test
    void offersToWaitAndToAskAsCommands() {
        var waited = settled(
                started("otto", "wait", Map.of("for", "10ms")),
                each -> !each.state().isUnderWay());
        assertThat(waited.state()).isEqualTo(RunState.DONE);
        assertThat(waited.steps().getFirst().says()).isEqualTo("Waited 10ms.");
        var asked = settled(
                started("otto", "approval.ask", Map.of("message", "May I?")),
                each -> each.last().flatMap(RunStep::ticket).isPresent());
        var ticket = new TicketId(asked.last().flatMap(RunStep::ticket).orElseThrow());
        bean(ApprovalDesk.class).decide(caller("nina"), ticket, Verdict.APPROVE, "Do.");
        assertThat(settled(asked, each -> !each.state().isUnderWay()).state()).isEqualTo(RunState.DONE);
    }

    @Test
    void aRunOfThePlatformIsApprovedByAnotherPlatformAdmin() {
        var root = member("platform", "root");
        var name = "rita-" + java.util.UUID.randomUUID();
        var id = bean(Members.class).add(root.tenant(), name, "Rita", "Other", Set.of(Role.PLATFORM_ADMIN));
        var rita = new Caller(root.tenant(), Actor.user(id), Set.of(Role.PLATFORM_ADMIN));
        var run = settled(
                done(desk().startCommand(root, "approval.ask", Map.of("message", "May I?"))),
                each -> each.last().flatMap(RunStep::ticket).isPresent());
        var ticket = new TicketId(run.last().flatMap(RunStep::ticket).orElseThrow());
        var approvals = bean(ApprovalDesk.class);
        for (var not : List.of(root, member("platform", "pam"))) {
            assertThat(approvals.decide(not, ticket, Verdict.APPROVE, "Fine").orElseThrow())
                    .as("who asked, and who is no platform-admin")
                    .isInstanceOf(Enforced.Refused.class);
        }
        assertThat(approvals.decide(rita, ticket, Verdict.APPROVE, "Fine").orElseThrow())
                .isInstanceOf(Enforced.Done.class);
        assertThat(settled(run, each -> !each.state().isUnderWay()).state()).isEqualTo(RunState.DONE);
    }

    @Test
    void setsAFlagAndBringsItsFormerValueBack() {
        var root = member("platform", "root");
        var key = new FlagKey("f-" + java.util.UUID.randomUUID());
        bean(FlagChanges.class).create(root, key, new FlagDraft("A flag", Optional.empty(), false));
        var inputs = Map.of("flag", key.value(), "value", "on", "percent", "40");
        var run = settled(
                done(desk().startCommand(root, "flag.set", inputs)),
                each -> !each.state().isUnderWay());
        assertThat(run.state()).isEqualTo(RunState.DONE);
        assertThat(run.steps().getFirst().outputs()).containsEntry("before", "none");
        assertThat(rules(root, key)).containsExactly("share:40%=on");
        done(desk().rollBack(root, run.id()).orElseThrow());
        settled(run, each -> each.state() == RunState.ROLLED_BACK);
        assertThat(rules(root, key)).isEmpty();
        assertThat(settled(
                                started("otto", "flag.set", inputs),
                                each -> !each.state().isUnderWay())
                        .state())
                .as("a tenant's operator")
                .isEqualTo(RunState.FAILED);
    }

    private List<String> rules(Caller root, FlagKey key) {
        return bean(FlagDesk.class).now(root).find(key).orElseThrow().rules().stream()
                .map(io.switchboard.control.flags.Rule::code)
                .toList();
    }

    @Test
    void keepsExportedEvidenceWithTheRunForWhoeverMayExportIt() {
        var run = settled(
                started("ada", "evidence.export", Map.of()),
                each -> !each.state().isUnderWay());
        assertThat(run.steps().getFirst().says()).startsWith("A bundle of ");
        var file = String.valueOf(run.steps().getFirst().outputs().get("file"));
        assertThat(desk().fileName(caller("ada"), file)).contains("evidence.zip");
        assertThat(desk().file(caller("ada"), file).orElseThrow().content()).startsWith('P', 'K');
        assertThat(desk().file(caller("otto"), file)).as("an operator").isEmpty();
        assertThat(desk().file(member("globex", "grace"), file)).isEmpty();
    }

    @Test
    void doesNotFindAnotherTenantsRun() {
        var run = started("otto", "log.verify", Map.of());
        var otis = member("globex", "otis");
        assertThat(desk().find(otis, run.id())).isEmpty();
        assertThat(desk().cancel(otis, run.id())).isEmpty();
        settled(run, each -> !each.state().isUnderWay());
    }

    @Test
    void repeatsAfterAKillOnlyWhatIsIdempotentAndAsksOtherwise() {
        var opened = cutOff("incident.open", Map.of("title", "Cut off"));
        verified();
        var verified = cutOff("log.verify", Map.of());
        assertThat(settled(opened, each -> each.asking().isPresent())
                        .asking()
                        .orElseThrow()
                        .says())
                .contains("not known whether it was done");
        assertThat(settled(verified, each -> !each.state().isUnderWay()).state())
                .isEqualTo(RunState.DONE);
        done(desk().cancel(caller("otto"), opened.id()).orElseThrow());
    }

    /** A log that has no entry yet has one soon: the run's own receipts. */
    private Run verified() {
        var run = verifiedOnce();
        for (int i = 0; i < 20 && run.state() == RunState.FAILED; i++) {
            java.util.concurrent.locks.LockSupport.parkNanos(1_000_000_000);
            run = verifiedOnce();
        }
        return run;
    }

    private Run verifiedOnce() {
        return settled(
                started("otto", "log.verify", Map.of()), each -> !each.state().isUnderWay());
    }

    /** As a node leaves it that ends between the intent and the deed. */
    private Run cutOff(String command, Map<String, String> inputs) {
        var run =
                settled(started("otto", command, inputs), each -> !each.state().isUnderWay());
        var ids = List.of(run.tenant().value(), run.id().value());
        var jdbc = bean(JdbcClient.class);
        jdbc.sql("UPDATE run_step SET state = 'STARTED', ended_at = NULL WHERE tenant_id = ? AND run_id = ?")
                .params(ids)
                .update();
        jdbc.sql("UPDATE run SET state = 'RUNNING', ended_at = NULL, beat_at = ? WHERE tenant_id = ? AND run_id = ?")
                .params(
                        io.switchboard.kernel.Utc.column(Instant.EPOCH.plusSeconds(1)),
                        run.tenant().value(),
                        run.id().value())
                .update();
        return run;
    }

    private Run started(String person, String command, Map<String, String> inputs) {
        return done(desk().startCommand(caller(person), command, inputs));
    }

    private Run settled(Run run, Predicate<Run> reached) {
        var deadline = System.nanoTime() + 60_000_000_000L;
        var now = bean(Runs.class).find(run.tenant(), run.id()).orElseThrow();
        while (!reached.test(now)) {
            assertThat(System.nanoTime()).as(now.toString()).isLessThan(deadline);
            java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
            now = bean(Runs.class).find(run.tenant(), run.id()).orElseThrow();
        }
        return now;
    }

    private static Run done(Enforced<Run> ended) {
        assertThat(ended).isInstanceOf(Enforced.Done.class);
        return ((Enforced.Done<Run>) ended).value();
    }

    private String action(Run run, Optional<ReceiptId> receipt) {
        return bean(ReceiptQuery.class)
                .detail(run.tenant(), receipt.orElseThrow())
                .orElseThrow()
                .row()
                .receipt()
                .action()
                .value();
    }

    private RunbookId imported(String key) {
        return imported(key, RUNBOOK);
    }

    private RunbookId imported(String key, String text) {
        var ada = caller("ada");
        var imports = bean(ImportService.class);
        var bytes = new ByteArrayInputStream(text.replace("KEY", key).getBytes(StandardCharsets.UTF_8));
        var upload = (Upload.Accepted) imports.upload(ada, "runbooks", "runbook.yaml", bytes);
        imports.plan(ada, upload.plan().id(), Map.of());
        imports.commit(ada, upload.plan().id(), Set.of());
        return bean(RunbookDesk.class)
                .list(ada, new RunbookFilter(Optional.empty(), Optional.of(key)), Optional.empty(), 1)
                .items()
                .getFirst()
                .id();
    }

    private RunDesk desk() {
        return bean(RunDesk.class);
    }

    private Caller caller(String person) {
        return member("acme", person);
    }

    private Caller member(String tenant, String person) {
        Member member = signedIn(tenant, person);
        return new Caller(member.tenant(), Actor.user(member.id()), member.roles());
    }
}
