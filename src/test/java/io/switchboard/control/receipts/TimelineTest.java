package io.switchboard.control.receipts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.switchboard.embedded.TestDatabase;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.CorrelationId;
import io.switchboard.kernel.DecisionId;
import io.switchboard.kernel.LogId;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.Sha256;
import io.switchboard.kernel.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TimelineTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final SetClock CLOCK = new SetClock();

    private static ReceiptsKit kit;

    private final TenantId tenant = TenantId.random();
    private final TenantId other = TenantId.random();

    @BeforeAll
    static void startDatabase() {
        kit = new ReceiptsKit(TestDatabase.migrated("signing", "receipts"), CLOCK);
    }

    @BeforeEach
    void establishKeys() {
        CLOCK.now = NOW;
        kit.signing.ring().establish(tenant, LogId.random(), "Globex");
        kit.signing.ring().establish(other, LogId.random(), "Initech");
    }

    @Test
    void threadsWhatFollowedFromOneRequestNewestThreadFirst() {
        var old = step("imports.plan").leave();
        var young = step("settings.save").leave();
        var last = step("imports.plan").in(old.correlation()).leave();
        var page = page(TimelineFilter.ALL);
        assertThat(ids(page.items().getFirst())).containsExactly(old.id(), last.id());
        assertThat(ids(page.items().getLast())).containsExactly(young.id());
        assertThat(page.next()).isEmpty();
    }

    @Test
    void joinsAChildOfAnotherCorrelationToTheThreadOfItsParent() {
        var plan = step("imports.plan").leave();
        var between = step("settings.save").leave();
        var commit = step("imports.commit").after(plan).leave();
        var later = step("imports.notify").in(commit.correlation()).leave();
        var grandchild = step("imports.revert").after(commit).leave();
        var page = page(TimelineFilter.ALL);
        assertThat(page.items()).hasSize(2);
        var thread = page.items().getFirst();
        assertThat(thread.id()).isEqualTo(plan.correlation());
        assertThat(ids(thread)).containsExactly(plan.id(), commit.id(), grandchild.id(), later.id());
        assertThat(thread.entries()).extracting(TimelineEntry::depth).containsExactly(0, 1, 2, 0);
        assertThat(ids(page.items().getLast())).containsExactly(between.id());
    }

    @Test
    void putsEachReceiptAfterTheOneItFollowsFrom() {
        var root = step("imports.plan").leave();
        var first = step("imports.commit").after(root).leave();
        var second = step("imports.discard").after(root).leave();
        var ofFirst = step("imports.revert").after(first).leave();
        var thread = page(TimelineFilter.ALL).items().getFirst();
        assertThat(ids(thread)).containsExactly(root.id(), first.id(), ofFirst.id(), second.id());
    }

    @Test
    void showsReceiptsThatSomebodyMadeFollowFromEachOther() {
        var one = step("imports.plan").leave();
        var two = step("imports.commit").after(one).leave();
        kit.signing
                .jdbc()
                .sql("UPDATE receipt SET parent_id = ? WHERE tenant_id = ? AND receipt_id = ?")
                .params(two.id().value(), tenant.value(), one.id().value())
                .update();
        assertThat(ids(page(TimelineFilter.ALL).items().getFirst())).containsExactly(one.id(), two.id());
    }

    @Test
    void carriesStateReasonAndSubjectsOfEachReceipt() {
        step("imports.plan")
                .about("Import", "imp_a/b.csv")
                .about("Member", "m1")
                .leave();
        var entry = page(TimelineFilter.ALL).items().getFirst().root();
        assertThat(entry.row().state()).isEqualTo(LogState.PENDING);
        assertThat(entry.why()).containsExactly("allowed by imports.commit");
        assertThat(entry.subjects())
                .containsExactlyInAnyOrder(new SubjectName("Import", "imp_a/b.csv"), SubjectName.parse("Member/m1"));
    }

    @Test
    void showsEachThreadOnOnePageOnlyThoughAllHappenedAtOneMoment() {
        var threads = new ArrayList<CorrelationId>();
        for (int i = 0; i < 7; i++) {
            threads.add(step("imports.plan").leave().correlation());
        }
        threads.forEach(thread -> step("imports.commit").in(thread).leave());
        assertThat(everyPage(TimelineFilter.ALL, 3)).containsExactlyElementsOf(threads.reversed());
        assertThat(everyPage(filter("imports.plan", null), 2)).containsExactlyElementsOf(threads.reversed());
    }

    @Test
    void goesByTimeWhereTheClockWentBack() {
        var late = step("imports.plan").at(NOW.plusSeconds(60)).leave();
        var early = step("imports.plan").at(NOW).leave();
        assertThat(everyPage(TimelineFilter.ALL, 1)).containsExactly(late.correlation(), early.correlation());
    }

    @Test
    void showsAThreadWithWhatDoesNotMatchAndSaysWhichDoes() {
        var plan = step("imports.plan").leave();
        var denied = step("imports.commit").after(plan).ended(Outcome.DENIED).leave();
        step("imports.plan").leave();
        var thread = only(page(filter(null, Outcome.DENIED)));
        assertThat(ids(thread)).containsExactly(plan.id(), denied.id());
        assertThat(thread.entries()).extracting(TimelineEntry::matches).containsExactly(false, true);
    }

    @Test
    void filtersByEverythingGiven() {
        var wanted = step("imports.commit")
                .by("mem_bbbbbbbbbbbbbbbb")
                .about("import", "imp_1")
                .ended(Outcome.DENIED)
                .at(NOW.plusSeconds(5))
                .leave();
        step("imports.commit").leave();
        var all = new TimelineFilter(
                Optional.of(new ActionId("imports.commit")),
                Optional.of(Outcome.DENIED),
                Optional.of("mem_bbbbbbbbbbbbbbbb"),
                Optional.of(NOW.plusSeconds(5)),
                Optional.of(NOW.plusSeconds(6)),
                Optional.of(new SubjectName("import", "imp_1")),
                Optional.of(wanted.correlation()));
        assertThat(ids(only(page(all)))).containsExactly(wanted.id());
        for (var wrong : oneWrongEach(all)) {
            assertThat(page(wrong).items()).as(wrong.toString()).isEmpty();
        }
    }

    private static List<TimelineFilter> oneWrongEach(TimelineFilter f) {
        return List.of(
                new TimelineFilter(
                        Optional.of(new ActionId("imports.plan")),
                        f.outcome(),
                        f.actor(),
                        f.from(),
                        f.to(),
                        f.subject(),
                        f.correlation()),
                new TimelineFilter(
                        f.action(),
                        Optional.of(Outcome.ALLOWED),
                        f.actor(),
                        f.from(),
                        f.to(),
                        f.subject(),
                        f.correlation()),
                new TimelineFilter(
                        f.action(),
                        f.outcome(),
                        Optional.of("mem_cccccccccccccccc"),
                        f.from(),
                        f.to(),
                        f.subject(),
                        f.correlation()),
                new TimelineFilter(
                        f.action(), f.outcome(), f.actor(), f.to(), Optional.empty(), f.subject(), f.correlation()),
                new TimelineFilter(
                        f.action(), f.outcome(), f.actor(), Optional.empty(), f.from(), f.subject(), f.correlation()),
                f.about(new SubjectName("import", "imp_2")),
                new TimelineFilter(
                        f.action(),
                        f.outcome(),
                        f.actor(),
                        f.from(),
                        f.to(),
                        f.subject(),
                        Optional.of(CorrelationId.random())));
    }

    @Test
    void pagesThroughWhatIsAboutOneThing() {
        var threads = new ArrayList<CorrelationId>();
        for (int i = 0; i < 5; i++) {
            var mine = step("imports.plan").about("Import", "imp_1").at(NOW.plusSeconds(i / 2));
            threads.add(mine.leave().correlation());
            step("imports.plan").about("Import", "imp_2").leave();
        }
        step("imports.commit").about("import", "imp_1").in(threads.getFirst()).leave();
        threads.add(threads.removeFirst());
        var about = TimelineFilter.ALL.about(new SubjectName("Import", "imp_1"));
        assertThat(everyPage(about, 2)).containsExactlyElementsOf(threads.reversed());
    }

    @Test
    void knowsAThingWhateverTheCaseOfItsTypeButNotOfItsId() {
        step("imports.plan").about("import", "imp_1").about("Import", "imp_1").leave();
        assertThat(kit.timeline.knows(tenant, new SubjectName("Import", "imp_1")))
                .isTrue();
        assertThat(kit.timeline.knows(tenant, new SubjectName("import", "IMP_1")))
                .isFalse();
        assertThat(page(TimelineFilter.ALL).items().getFirst().root().subjects())
                .hasSize(1);
    }

    @Test
    void findsWhatIsAboutNothingInParticularByTheLog() {
        var bare = step("imports.plan").leave();
        var log = page(TimelineFilter.ALL).items().getFirst().root().subjects();
        assertThat(log).singleElement().extracting(SubjectName::type).isEqualTo("log");
        assertThat(ids(only(page(TimelineFilter.ALL.about(log.getFirst()))))).containsExactly(bare.id());
    }

    @Test
    void showsNothingOfAnotherTenant() {
        var mine = step("imports.plan").about("import", "imp_1").leave();
        var theirs = step("imports.plan")
                .about("import", "imp_9")
                .of(other)
                .in(mine.correlation())
                .leave();
        var following = step("imports.commit").of(other).after(mine).leave();
        assertThat(everyReceipt(page(TimelineFilter.ALL))).containsExactly(mine.id());
        var page = kit.timeline.page(other, TimelineFilter.ALL, Optional.empty(), 10);
        assertThat(everyReceipt(page)).containsExactly(following.id(), theirs.id());
        assertThat(kit.timeline.knows(tenant, new SubjectName("import", "imp_9")))
                .isFalse();
        assertThat(page(TimelineFilter.ALL.about(new SubjectName("import", "imp_9")))
                        .items())
                .isEmpty();
        assertThat(kit.timeline.thread(tenant, following.correlation(), Optional.empty()))
                .isEmpty();
        assertThat(kit.timeline
                        .page(tenant, TimelineFilter.ALL, Optional.of(theirs.id()), 10)
                        .items())
                .isEmpty();
        assertThat(kit.timeline.thread(tenant, mine.correlation(), Optional.of(theirs.id())))
                .isEmpty();
    }

    @Test
    void readsOnInAThreadThatIsLongerThanAPageShows() {
        var first = step("imports.plan").leave();
        var all = new ArrayList<>(List.of(first.id()));
        for (int i = 0; i < Timeline.SHOWN + 2; i++) {
            all.add(step("imports.commit").in(first.correlation()).leave().id());
        }
        var thread = only(page(TimelineFilter.ALL));
        assertThat(ids(thread)).isEqualTo(all.subList(0, Timeline.SHOWN));
        var rest = kit.timeline.thread(tenant, thread.id(), thread.next()).orElseThrow();
        assertThat(ids(rest)).isEqualTo(all.subList(Timeline.SHOWN, all.size()));
        assertThat(rest.next()).isEmpty();
    }

    @Test
    void refusesAPageOfNothingAndOfTooMuch() {
        for (int limit : List.of(0, Timeline.MAX_LIMIT + 1)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> kit.timeline.page(tenant, TimelineFilter.ALL, Optional.empty(), limit));
        }
    }

    private TimelinePage page(TimelineFilter filter) {
        return kit.timeline.page(tenant, filter, Optional.empty(), 10);
    }

    private List<CorrelationId> everyPage(TimelineFilter filter, int limit) {
        var threads = new ArrayList<CorrelationId>();
        var page = kit.timeline.page(tenant, filter, Optional.empty(), limit);
        page.items().forEach(thread -> threads.add(thread.id()));
        while (page.next().isPresent()) {
            page = kit.timeline.page(tenant, filter, page.next(), limit);
            page.items().forEach(thread -> threads.add(thread.id()));
        }
        return threads;
    }

    private static TimelineFilter filter(@Nullable String action, @Nullable Outcome outcome) {
        return new TimelineFilter(
                Optional.ofNullable(action).map(ActionId::new),
                Optional.ofNullable(outcome),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static TimelineThread only(TimelinePage page) {
        assertThat(page.items()).hasSize(1);
        return page.items().getFirst();
    }

    private static List<ReceiptId> everyReceipt(TimelinePage page) {
        return page.items().stream().flatMap(thread -> ids(thread).stream()).toList();
    }

    private static List<ReceiptId> ids(TimelineThread thread) {
        return thread.entries().stream().map(entry -> entry.receipt().id()).toList();
    }

    private Step step(String action) {
        return new Step(tenant, action);
    }

    /** A receipt to leave. */
    private static final class Step {

        private final String action;
        private final List<Subject> subjects = new ArrayList<>();
        private TenantId tenant;
        private CorrelationId correlation = CorrelationId.random();
        private Optional<ReceiptId> parent = Optional.empty();
        private Outcome outcome = Outcome.ALLOWED;
        private String actor = "mem_aaaaaaaaaaaaaaaa";

        Step(TenantId tenant, String action) {
            this.tenant = tenant;
            this.action = action;
        }

        Step of(TenantId somebodyElse) {
            tenant = somebodyElse;
            return this;
        }

        Step in(CorrelationId given) {
            correlation = given;
            return this;
        }

        Step after(Receipt earlier) {
            parent = Optional.of(earlier.id());
            return this;
        }

        Step ended(Outcome how) {
            outcome = how;
            return this;
        }

        Step by(String somebody) {
            actor = somebody;
            return this;
        }

        Step about(String type, String id) {
            subjects.add(new Subject(type, id, Sha256.of(id)));
            return this;
        }

        Step at(Instant when) {
            CLOCK.now = when;
            return this;
        }

        Receipt leave() {
            return kit.receipts.append(new ReceiptDraft(
                    tenant,
                    new Actor(Actor.Type.USER, actor),
                    new ActionId(action),
                    outcome,
                    Optional.of(new ReceiptDraft.DecisionRef(
                            DecisionId.random(), Sha256.of("policies"), List.of("p"), List.of())),
                    correlation,
                    parent,
                    Optional.empty(),
                    List.of(),
                    subjects,
                    Map.of(),
                    Map.of()));
        }
    }

    /** Stands where it is put. */
    private static final class SetClock extends Clock {

        private Instant now = NOW;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
