package io.switchboard.operations.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.kernel.Actor;
import io.switchboard.kernel.MemberId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LedgerEntryTest {

    private static final Instant RECORDED = Instant.parse("2026-05-04T10:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "0, false, 2026-05-04T10:00:00Z, WAITING",
        "1, false, 2026-05-05T10:00:00Z, WAITING",
        "2, false, 2026-05-05T10:00:00Z, IN_FORCE",
        "2, false, 2026-06-30T23:59:59.999999Z, IN_FORCE",
        "2, false, 2026-07-01T00:00:00Z, EXPIRED",
        "1, false, 2026-07-01T00:00:00Z, LAPSED",
        "2, true, 2026-05-05T10:00:00Z, WITHDRAWN",
        "0, true, 2026-07-01T00:00:00Z, WITHDRAWN",
        "2, false, 2026-05-04T09:59:59Z, IN_FORCE"
    })
    void standsByItsSignaturesItsWithdrawalAndItsLastDay(
            int signatures, boolean withdrawn, Instant now, Standing standing) {
        var entry = new LedgerEntry(
                new EntryId("led_aaaaaaaaaaaaaaaa"),
                new NewEntry(Decided.GO, "Go on", "It works.", Optional.empty(), 2, LocalDate.parse("2026-06-30")),
                Actor.user(MemberId.random()),
                RECORDED,
                Optional.empty(),
                IntStream.range(0, signatures)
                        .mapToObj(_ ->
                                new Signature(Actor.user(MemberId.random()), "approver", RECORDED, Optional.empty()))
                        .toList(),
                withdrawn ? Optional.of(new Withdrawal(RECORDED, "Gone.", Optional.empty())) : Optional.empty());
        assertThat(entry.at(now)).isEqualTo(standing);
        assertThat(entry.missing()).isEqualTo(Math.max(0, 2 - signatures));
    }
}
