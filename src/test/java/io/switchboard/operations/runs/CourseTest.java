package io.switchboard.operations.runs;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.operations.runbooks.dialect.RunbookText;
import io.switchboard.operations.runs.Course.Next;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CourseTest {

    private final Course course = new Course(RunbookText.read("""
            {"runbook":1,"id":"c","title":"c","steps":[
              {"id":"a","type":"note","with":{"message":"a"},"retry":{"times":2},"on-failure":"d"},
              {"id":"b","type":"branch","with":{"condition":"true","then":"d","else":"c"}},
              {"id":"c","type":"note","with":{"message":"c"},"on-failure":"continue","next":"end"},
              {"id":"d","type":"note","with":{"message":"d"}}]}"""));

    @Test
    void beginsWithTheFirstStepAndGoesOnBelow() {
        assertThat(id(List.of())).isEqualTo("a");
        assertThat(id(List.of(step(1, "a", 1, StepState.DONE)))).isEqualTo("b");
        assertThat(id(List.of(step(1, "a", 1, StepState.SKIPPED)))).isEqualTo("b");
    }

    @Test
    void goesWhereABranchHasDecided() {
        var decided = new RunStep(
                1,
                "b",
                1,
                false,
                StepState.DONE,
                "",
                Map.of("next", "d"),
                Optional.empty(),
                Optional.empty(),
                Instant.EPOCH,
                Optional.empty(),
                Optional.empty());
        assertThat(id(List.of(decided))).isEqualTo("d");
    }

    @Test
    void triesAgainAsOftenAsItSaysAndThenGoesToTheStepForFailures() {
        var first = course.after(List.of(step(1, "a", 1, StepState.FAILED)));
        assertThat(first).isInstanceOfSatisfying(Next.Go.class, go -> {
            assertThat(go.step().id()).isEqualTo("a");
            assertThat(go.attempt()).isEqualTo(2);
        });
        assertThat(id(List.of(step(1, "a", 3, StepState.FAILED)))).isEqualTo("d");
    }

    @Test
    void endsAfterTheLastStepAtEndAndWhereAFailureStopsIt() {
        assertThat(course.after(List.of(step(1, "d", 1, StepState.DONE)))).isEqualTo(new Next.End(false));
        assertThat(course.after(List.of(step(1, "c", 1, StepState.DONE)))).isEqualTo(new Next.End(false));
        assertThat(course.after(List.of(step(1, "d", 1, StepState.FAILED)))).isEqualTo(new Next.End(true));
        assertThat(id(List.of(step(1, "c", 1, StepState.FAILED)))).isEqualTo("d");
    }

    @Test
    void undoesTheLastStepFirstAndEachOnce() {
        var steps = List.of(
                step(1, "a", 1, StepState.DONE), step(2, "b", 1, StepState.FAILED), step(3, "d", 1, StepState.DONE));
        assertThat(course.toUndo(steps)).map(RunStep::step).contains("d");
        var undone = new java.util.ArrayList<>(steps);
        undone.add(RunStep.started(4, "d", 1, true, Instant.EPOCH));
        assertThat(course.toUndo(undone)).map(RunStep::step).contains("a");
    }

    @ParameterizedTest
    @CsvSource({
        "10 > 9, true",
        "'a == \"a\"', true",
        "1.50 == 1.5, true",
        "b < a, false",
        "true, true",
        "no, false",
        "x != y, true"
    })
    void decidesConditions(String text, boolean holds) {
        assertThat(Condition.holds(text)).contains(holds);
    }

    @ParameterizedTest
    @CsvSource({"perhaps", "'{{ steps.a.status }} == 200'"})
    void leavesOpenWhatCannotBeDecided(String text) {
        assertThat(Condition.holds(text)).isEmpty();
    }

    private String id(List<RunStep> steps) {
        return ((Next.Go) course.after(steps)).step().id();
    }

    private static RunStep step(int number, String id, int attempt, StepState state) {
        return new RunStep(
                number,
                id,
                attempt,
                false,
                state,
                "",
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                Instant.EPOCH,
                Optional.empty(),
                Optional.empty());
    }
}
