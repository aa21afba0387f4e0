package io.switchboard.operations.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.operations.imports.RowProblem;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FoldedIncidentTest {

    private static final TimeReading DAY_FIRST = new TimeReading("dd-MM-uuuu HH:mm[:ss]", ZoneOffset.UTC);

    @Test
    void whatStandsIsWhatTheLastChangeSays() {
        var folded = fold(List.of(
                Map.of("status", "New", "changed_at", "29-02-2016 01:23", "service", "Mail"),
                Map.of("status", "Resolved", "changed_at", "29-02-2016 11:29", "resolved_at", "29-02-2016 11:29")));
        assertThat(folded.values())
                .containsEntry("status", Optional.of("resolved"))
                .containsEntry("service", Optional.of("Mail"))
                .containsEntry("resolved_at", Optional.of("2016-02-29 11:29:00.000000"));
        assertThat(folded.timeline()).extracting(StateChange::status).containsExactly("new", "resolved");
    }

    @Test
    void theOrderOfTheRowsPlaysNoPart() {
        var rows = new ArrayList<Map<String, String>>();
        for (int i = 0; i < 20; i++) {
            rows.add(Map.of(
                    "status",
                    i % 3 == 0 ? "Active" : "Awaiting User Info",
                    "changed_at",
                    "01-03-2016 0" + i % 4 + ":00",
                    "sequence",
                    String.valueOf(i % 7),
                    "note",
                    "step " + i % 11));
        }
        var expected = fold(rows).values();
        var random = new Random(7);
        for (int round = 0; round < 50; round++) {
            Collections.shuffle(rows, random);
            assertThat(fold(rows).values()).isEqualTo(expected);
        }
    }

    @Test
    void theSameRowTwiceIsOneChange() {
        Map<String, String> row = Map.of("status", "New", "changed_at", "01-03-2016 00:00");
        assertThat(fold(List.of(row, row)).timeline()).hasSize(1);
    }

    @Test
    void aRowThatIsAWholeIncidentHasTheTimesThatItNames() {
        var folded = fold(List.of(Map.of(
                "opened_at", "01-03-2016 00:00", "resolved_at", "01-03-2016 02:00", "closed_at", "02-03-2016 02:00")));
        assertThat(folded.timeline())
                .extracting(StateChange::status, StateChange::at)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("new", "2016-03-01T00:00:00Z"),
                        org.assertj.core.groups.Tuple.tuple("resolved", "2016-03-01T02:00:00Z"),
                        org.assertj.core.groups.Tuple.tuple("closed", "2016-03-02T02:00:00Z"));
        assertThat(folded.values()).containsEntry("status", Optional.of("closed"));
    }

    @Test
    void everythingThatIsWrongWithARowIsSaidAtOnce() {
        var outcome = IncidentRow.of(
                Map.of(
                        "status", "Sideways",
                        "severity", "terrible",
                        "changed_at", "29-02-2015 01:00",
                        "sequence", "first",
                        "title", "x".repeat(301)),
                DAY_FIRST);
        assertThat(((IncidentRow.Outcome.Wrong) outcome).problems())
                .extracting(RowProblem::code)
                .containsExactlyInAnyOrder("E-402", "E-403", "E-405", "E-406", "E-404");
    }

    @Test
    void timesAreReadInTheZoneThatWasChosen() {
        var berlin = TimeReading.of("dd-MM-uuuu HH:mm[:ss]", "Europe/Berlin").orElseThrow();
        assertThat(berlin.read("01-07-2016 12:00")).hasToString("Optional[2016-07-01T10:00:00Z]");
        assertThat(new TimeReading("iso", ZoneOffset.UTC).read("2016-07-01T12:00:00.5+02:00"))
                .hasToString("Optional[2016-07-01T10:00:00.500Z]");
        assertThat(new TimeReading("iso", ZoneOffset.UTC).read("2016-07-01 12:00"))
                .hasToString("Optional[2016-07-01T12:00:00Z]");
    }

    @Test
    void yearsThatNoIncidentHasAreNoTimes() {
        assertThat(Stream.of("01-01-0000 00:00", "31-12-9999 23:59", "31-02-2016 00:00", "2016-01-01", "")
                        .map(DAY_FIRST::read))
                .allMatch(Optional::isEmpty);
    }

    @Test
    void aZoneOrFormThatDoesNotExistIsNoReading() {
        assertThat(TimeReading.of("iso", "Europe/Atlantis")).isEmpty();
        assertThat(TimeReading.of("{oops", "UTC")).isEmpty();
    }

    @Test
    void severitiesOfOtherSystemsAreUnderstood() {
        assertThat(Stream.of("1 - Critical", "SEV1", "p1", "Critical", "1").map(Severity::parse))
                .containsOnly(Optional.of(Severity.CRITICAL));
        assertThat(Severity.parse("11")).isEmpty();
    }

    private static FoldedIncident fold(List<Map<String, String>> rows) {
        return new FoldedIncident(rows.stream()
                .map(row -> ((IncidentRow.Outcome.Right) IncidentRow.of(row, DAY_FIRST)).row())
                .toList());
    }
}
