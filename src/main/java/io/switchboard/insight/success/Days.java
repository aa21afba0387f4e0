package io.switchboard.insight.success;

import io.switchboard.control.receipts.Outcome;
import io.switchboard.insight.success.Page.Count;
import io.switchboard.insight.success.Page.Kind;
import io.switchboard.insight.success.Page.Result;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Actor;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a book says about some days that follow each other, both ends included. */
record Days(Book book, LocalDate first, LocalDate last) {

    private static final int WEEK = 7;

    Stream<Page> pages() {
        return book.pages.subMap(first, true, last, true).values().stream();
    }

    /** Each of them. */
    Stream<Days> each() {
        return first.datesUntil(last.plusDays(1)).map(day -> book.days(day, day));
    }

    /** Counted back from the last day; the one that comes last may be shorter. */
    Stream<Days> weeks() {
        return Stream.iterate(last, end -> !end.isBefore(first), end -> end.minusDays(WEEK))
                .map(end -> book.days(later(first, end.minusDays(WEEK - 1L)), end));
    }

    OptionalDouble decidedPerDay() {
        return OptionalDouble.of((double) decided() / (first.until(last, ChronoUnit.DAYS) + 1));
    }

    OptionalDouble wait(int percent) {
        return Ranks.of(waits(), percent);
    }

    /** Of approvals that somebody decided. */
    List<Duration> waits() {
        return cases(Kind.APPROVAL)
                .filter(one -> one.result() != Result.UNANSWERED)
                .map(Page.Case::waited)
                .toList();
    }

    OptionalDouble unanswered() {
        return share(approvals(Result.UNANSWERED), cases(Kind.APPROVAL).count());
    }

    long approvals(Result result) {
        return cases(Kind.APPROVAL).filter(one -> one.result() == result).count();
    }

    private long decided() {
        return approvals(Result.APPROVED) + approvals(Result.DENIED);
    }

    OptionalDouble runsPerOperatorWeek() {
        long operatorWeeks = weeks().mapToLong(Days::workers).sum();
        return operatorWeeks == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) runs() / operatorWeeks);
    }

    private long workers() {
        return pages().flatMap(page -> page.people().entrySet().stream())
                .filter(person -> person.getValue().worked())
                .map(Map.Entry::getKey)
                .distinct()
                .count();
    }

    private long runs() {
        return did(Deeds.START, Outcome.ALLOWED, Actor.Type.USER);
    }

    private long did(ActionId action, Outcome outcome, Actor.Type by) {
        var deed = new Page.Deed(action, outcome, by);
        return pages().mapToLong(page -> page.deeds().getOrDefault(deed, 0L)).sum();
    }

    OptionalDouble incidentsWithRun() {
        var incidents = incidents();
        return share(
                incidents.values().stream()
                        .filter(one -> one.result() == Result.WITH_RUN)
                        .count(),
                incidents.size());
    }

    /** By their ids, whatever the days on which they were handled. */
    Map<String, Page.Case> incidents() {
        return pages().flatMap(page -> page.cases().entrySet().stream())
                .filter(one -> one.getKey().kind() == Kind.INCIDENT)
                .collect(Collectors.toMap(one -> one.getKey().id(), Map.Entry::getValue, Page.Case::and));
    }

    /** The share of those with the label. */
    OptionalDouble share(Count count, String label) {
        return share(labels(count).getOrDefault(label, 0L), sum(count));
    }

    long sum(Count count) {
        return labels(count).values().stream().mapToLong(Long::longValue).sum();
    }

    Map<String, Long> labels(Count count) {
        return pages().flatMap(page -> page.labels().entrySet().stream())
                .filter(label -> label.getKey().count() == count)
                .collect(
                        Collectors.toMap(label -> label.getKey().text(), Map.Entry::getValue, Long::sum, TreeMap::new));
    }

    private Stream<Page.Case> cases(Kind kind) {
        return pages().flatMap(page -> page.cases().entrySet().stream())
                .filter(one -> one.getKey().kind() == kind)
                .map(Map.Entry::getValue);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static OptionalDouble share(long part, long whole) {
        return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of(100.0 * part / whole);
    }
}
