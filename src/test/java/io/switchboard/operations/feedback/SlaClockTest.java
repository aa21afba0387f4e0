package io.switchboard.operations.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.kernel.Actor;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Events are written as {@code kind@hours}, in the order in which they were written; what is expected is of the latest round. */
class SlaClockTest {

    private static final Instant ZERO = Instant.parse("2026-03-01T00:00:00Z");

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            nothing runs before triage                        | reported@0                                                      | 10  | -        | 0 | 0
            triage starts the clock, not the report           | reported@0 triaged@10                                           | 20  | running  | 1 | 82
            twelve hours before the end somebody is told      | triaged@0                                                       | 60  | soon     | 1 | 72
            a minute before that nobody is                    | triaged@0                                                       | 59  | running  | 1 | 72
            the last moment is in time                        | triaged@0                                                       | 72  | soon     | 1 | 72
            an hour later it is not                           | triaged@0                                                       | 73  | breached | 1 | 72
            mitigated is enough                               | triaged@0 mitigated@71                                          | 200 | met      | 1 | 72
            fixed after mitigated changes nothing             | triaged@0 mitigated@71 fixed@100                                | 200 | met      | 1 | 72
            fixed without mitigated counts as well            | triaged@0 fixed@73                                              | 200 | missed   | 1 | 72
            exactly at the end is in time                     | triaged@0 fixed@72                                              | 200 | met      | 1 | 72
            verification comes in its own time                | triaged@0 fixed@10 verified@500                                 | 600 | met      | 1 | 72
            a pause moves the due time                        | triaged@0 paused@10 resumed@30                                  | 80  | soon     | 1 | 92
            pauses add up                                     | triaged@0 paused@10 resumed@30 paused@40 resumed@41             | 80  | running  | 1 | 93
            while paused the due time moves with the clock    | triaged@0 paused@10                                             | 100 | paused   | 1 | 162
            a pause does not heal what was late               | triaged@0 paused@80                                             | 90  | breached | 1 | 82
            a second pause in a pause is none                 | triaged@0 paused@10 paused@20 resumed@30                        | 40  | running  | 1 | 92
            a resume without a pause is none                  | triaged@0 resumed@30                                            | 40  | running  | 1 | 72
            resolved out of a pause ends the pause            | triaged@0 paused@10 mitigated@200                               | 300 | met      | 1 | 262
            a pause after the end is none                     | triaged@0 mitigated@10 paused@20 resumed@100                    | 300 | met      | 1 | 72
            another owner loses no pause                      | triaged@0 paused@10 resumed@30 owned@31 card@32                 | 80  | soon     | 1 | 92
            another owner within a pause loses none of it     | triaged@0 paused@10 owned@20 resumed@30                         | 80  | soon     | 1 | 92
            taking in a duplicate loses none of it            | triaged@0 paused@10 took@20 resumed@30                          | 80  | soon     | 1 | 92
            an alarm does not stop the clock                  | triaged@0 soon@60 breached@73                                   | 80  | breached | 1 | 72
            a second triage starts nothing anew               | triaged@0 triaged@50                                            | 60  | soon     | 1 | 72
            reopening gives the full time again               | triaged@0 fixed@10 reopened@100                                 | 110 | running  | 2 | 172
            the pauses of the round before stay there         | triaged@0 paused@1 resumed@9 fixed@10 reopened@100              | 110 | running  | 2 | 172
            reopening what was verified restarts it, too      | triaged@0 fixed@10 verified@20 reopened@100 mitigated@180       | 190 | missed   | 2 | 172
            reopening what runs is none                       | triaged@0 reopened@50                                           | 60  | soon     | 1 | 72
            declined is no longer counted                     | triaged@0 declined@100                                          | 200 | dropped  | 1 | 72
            declined before triage never ran                  | reported@0 declined@1                                           | 200 | -        | 0 | 0
            reopened after that it runs for the first time    | reported@0 declined@1 reopened@10                               | 20  | running  | 1 | 82
            merged is no longer counted                       | triaged@0 merged@10                                             | 200 | dropped  | 1 | 72
            a late event counts by its time, not its arrival  | triaged@0 resumed@30 mitigated@90 paused@10                     | 200 | met      | 1 | 92
            a late triage starts when it happened             | mitigated@50 triaged@0                                          | 60  | met      | 1 | 72
            resolved before triage ends nothing               | mitigated@5 triaged@10                                          | 20  | running  | 1 | 82
            an event of a clock that is ahead counts as now   | triaged@0 paused@10 resumed@31                                  | 30  | running  | 1 | 92
            a triage of a clock that is ahead starts now      | triaged@3                                                       | 2   | running  | 1 | 74
            of the same time the earlier written comes first  | triaged@0 paused@10 resumed@10                                  | 20  | running  | 1 | 72
            """)
    void says(String what, String events, long now, String verdict, int rounds, long due) {
        var sla = SlaClock.at(events(events), at(now));
        assertThat(sla.rounds()).hasSize(rounds);
        assertThat(sla.latest().map(round -> round.verdict().wire()).orElse("-"))
                .as(what)
                .isEqualTo(verdict);
        sla.latest().ifPresent(round -> assertThat(round.due()).as(what).isEqualTo(at(due)));
    }

    @Test
    void isTheSameInAnyOrderOfArrivalAndWithDuplicates() {
        var written =
                events("reported@0 triaged@1 paused@5 resumed@9 owned@10 mitigated@40 reopened@50 paused@55 resumed@70"
                        + " paused@80 fixed@130 verified@140 reopened@200");
        var expected = SlaClock.at(written, at(260));
        assertThat(expected.rounds()).hasSize(3);
        var random = new Random(72);
        for (int i = 0; i < 500; i++) {
            var arrived = new ArrayList<>(written);
            arrived.addAll(written.subList(0, random.nextInt(written.size())));
            Collections.shuffle(arrived, random);
            assertThat(SlaClock.at(arrived, at(260))).isEqualTo(expected);
        }
    }

    @Test
    void neverCountsAPauseAsNegativeAndNeverEndsBeforeItsStart() {
        var random = new Random(9);
        var kinds = EventKind.values();
        for (int i = 0; i < 5_000; i++) {
            var events = new ArrayList<IssueEvent>();
            for (int n = 0; n < random.nextInt(12); n++) {
                events.add(event(n, kinds[random.nextInt(kinds.length)], random.nextInt(200)));
            }
            var sla = SlaClock.at(events, at(random.nextInt(250)));
            for (var round : sla.rounds()) {
                assertThat(round.paused()).isGreaterThanOrEqualTo(Duration.ZERO);
                assertThat(round.until()).isAfterOrEqualTo(round.start());
                assertThat(round.paused()).isLessThanOrEqualTo(Duration.between(round.start(), round.until()));
                assertThat(round.left()).isLessThanOrEqualTo(SlaClock.LIMIT);
            }
        }
    }

    private static List<IssueEvent> events(String words) {
        var events = new ArrayList<IssueEvent>();
        Stream.of(words.split(" ")).forEach(word -> {
            var parts = word.split("@", 2);
            var kind = EventKind.valueOf(parts[0].toUpperCase(Locale.ROOT));
            events.add(event(events.size() + 1, kind, Long.parseLong(parts[1])));
        });
        return events;
    }

    private static IssueEvent event(int sequence, EventKind kind, long hours) {
        return new IssueEvent(sequence, kind, at(hours), Actor.system("test"), Optional.empty(), Optional.empty());
    }

    private static Instant at(long hours) {
        return ZERO.plus(Duration.ofHours(hours));
    }
}
