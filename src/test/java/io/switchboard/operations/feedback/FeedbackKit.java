package io.switchboard.operations.feedback;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.switchboard.control.enforcement.ActionReceipted;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.EnforcementKit;
import io.switchboard.control.enforcement.Viewing;
import io.switchboard.control.policy.TestPolicy;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.MemberId;
import io.switchboard.kernel.Role;
import io.switchboard.kernel.TenantId;
import io.switchboard.platform.identity.TestMembers;
import io.switchboard.platform.observability.CommittedCounts;
import io.switchboard.platform.signing.SteppedClock;
import io.switchboard.platform.tenancy.PlatformTenant;
import io.switchboard.platform.tenancy.TestTenants;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.transaction.support.TransactionTemplate;

/** The module on a real database, put together by hand: a platform and two tenants, and people who report. */
final class FeedbackKit {

    final SteppedClock clock;
    final EnforcementKit kit;
    final TenantId platform;
    final TenantId acme;
    final TenantId globex;
    final Pictures pictures;
    final Submissions submissions;
    final Issues issues;
    final FeedbackDesk desk;
    final Board board;
    final SenderWords words;
    final Alarms alarms;
    final FeedbackFigures figures;
    final Prompts prompts;
    final Caller pm;

    private final FeedbackReceipts receipts;
    private int delivered;
    boolean prompting = true;

    FeedbackKit(SteppedClock clock) {
        this.clock = clock;
        kit = EnforcementKit.at(clock, "feedback");
        platform = kit.tenant("platform").id();
        acme = kit.tenant("acme").id();
        globex = kit.tenant("globex").id();
        var tenants = TestTenants.on(kit.jdbc(), clock);
        var owner = new PlatformTenant(tenants);
        pictures = new Pictures(kit.jdbc(), kit.signing().box());
        submissions = new Submissions(
                kit.jdbc(), owner, pictures, new SealedWords(kit.signing().box()));
        issues = new Issues(kit.jdbc(), owner);
        var viewing = new Viewing(kit.policy());
        var references = new References(kit.query(), TestPolicy.decisions(kit.database()));
        desk = new FeedbackDesk(kit.enforcement(), viewing, submissions, issues, references, pictures, clock);
        var members = TestMembers.on(kit.jdbc(), clock);
        board = new Board(
                kit.enforcement(), viewing, issues, submissions, members, owner, clock, "imports.kinder"::equals);
        words = new SenderWords(
                kit.enforcement(),
                submissions,
                pictures,
                owner,
                new TransactionTemplate(kit.signing().transactions()));
        alarms = new Alarms(kit.enforcement(), issues, owner, new CommittedCounts(new SimpleMeterRegistry()), clock);
        figures = new FeedbackFigures(submissions, issues, clock);
        prompts = new Prompts(kit.jdbc(), clock, tenant -> prompting);
        receipts = new FeedbackReceipts(submissions, issues, owner);
        pm = new Caller(
                platform, Actor.user(members.add(platform, "pam", "Pam", "Vale", Set.of(Role.PM))), Set.of(Role.PM));
    }

    static Caller member(TenantId tenant, Role... roles) {
        return new Caller(tenant, Actor.user(MemberId.random()), Set.of(roles));
    }

    static NewFeedback said(String text, Impact impact, String action) {
        return new NewFeedback(
                text,
                impact,
                Map.of(
                        Attachment.SCREEN, ":tenant/imports/:import",
                        Attachment.ACTION, action,
                        Attachment.RULE, "no-permit"));
    }

    Submission submit(Caller by, NewFeedback said) {
        var done = (Enforced.Done<Submission>) desk.submit(by, said);
        deliver();
        return submissions.find(by.tenant(), done.value().id()).orElseThrow();
    }

    Submission submit(Caller by, Impact impact) {
        return submit(by, said("It hurts.", impact, "imports.commit"));
    }

    Issue issue(Submission submission) {
        return issues.find(submission.issue()).orElseThrow();
    }

    Enforced<Issue> move(Submission submission, IssueState target) {
        var ended = board.move(pm, submission.issue(), target, "Because.").orElseThrow();
        deliver();
        return ended;
    }

    /** What the portal's events do by themselves. */
    void deliver() {
        var events = kit.events();
        for (; delivered < events.size(); delivered++) {
            if (events.get(delivered) instanceof ActionReceipted done) {
                receipts.note(done);
                prompts.note(done);
            }
        }
    }

    static final FixCard FULL = new FixCard(
            Optional.of("A test."),
            Optional.of("None."),
            Optional.of("None."),
            Optional.of("imports.commit"),
            Optional.of("imports.kinder"));
}
