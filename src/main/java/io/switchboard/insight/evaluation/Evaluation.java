package io.switchboard.insight.evaluation;

import io.switchboard.kernel.Actor;
import io.switchboard.kernel.ReceiptId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Thirty days from a day (UTC) on. What happened before that day counts for no criterion that asks for something done. */
public record Evaluation(LocalDate beginsOn, Instant begunAt, Actor begunBy, Optional<ReceiptId> receipt) {

    public static final int DAYS = 30;

    public Instant from() {
        return beginsOn.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** The last of its days. */
    public LocalDate lastDay() {
        return beginsOn.plusDays(DAYS - 1L);
    }

    /** 1 on the first day, more than {@link #DAYS} once it is over. */
    public long day(Instant now) {
        return ChronoUnit.DAYS.between(beginsOn, LocalDate.ofInstant(now, ZoneOffset.UTC)) + 1;
    }

    public boolean isOver(Instant now) {
        return day(now) > DAYS;
    }
}
