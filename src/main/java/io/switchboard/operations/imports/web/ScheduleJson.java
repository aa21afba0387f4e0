package io.switchboard.operations.imports.web;

import io.switchboard.kernel.ReceiptId;
import io.switchboard.operations.imports.ImportId;
import io.switchboard.operations.imports.MappingId;
import io.switchboard.operations.imports.schedules.ImportSchedule;
import io.switchboard.operations.imports.schedules.ScheduleDraft;
import io.switchboard.operations.imports.schedules.ScheduleRun;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The bodies of {@link SchedulesController}. No answer has a token, a secret key or an address's query in it. */
final class ScheduleJson {

    private ScheduleJson() {}

    /** {@code every} is an ISO 8601 duration from PT15M to P7D; {@code mapping} the name of a saved mapping; {@code onPlan} plan or commit. */
    record Wanted(
            @Nullable String name,
            @Nullable String kind,
            @Nullable Source source,
            @Nullable String mapping,
            @Nullable String every,
            @Nullable String onPlan) {

        ScheduleDraft draft() {
            var from = source == null ? new Source(null, null, null, null, null, null) : source;
            return new ScheduleDraft(
                    text(name),
                    text(kind),
                    text(from.url()),
                    from.access() == null ? "none" : from.access(),
                    Optional.ofNullable(from.token() == null ? from.secretKey() : from.token()),
                    Optional.ofNullable(from.accessKey()),
                    Optional.ofNullable(from.region()),
                    Optional.ofNullable(mapping),
                    text(every),
                    onPlan == null ? "plan" : onPlan);
        }

        private static String text(@Nullable String given) {
            return given == null ? "" : given;
        }

        @Override
        public String toString() {
            return "wanted schedule";
        }
    }

    /** {@code access}: none, bearer (with {@code token}) or s3 (with {@code accessKey}, {@code secretKey}, {@code region}). */
    record Source(
            @Nullable String url,
            @Nullable String access,
            @Nullable String token,
            @Nullable String accessKey,
            @Nullable String secretKey,
            @Nullable String region) {

        @Override
        public String toString() {
            return "source of a schedule";
        }
    }

    record Shown(String url, String access, Optional<String> accessKey, Optional<String> region) {}

    record Items(List<Item> items) {}

    record Item(
            String id,
            String name,
            String kind,
            Shown source,
            Optional<String> mappingId,
            String every,
            String onPlan,
            boolean paused,
            Optional<String> pausedBecause,
            MappingsController.By owner,
            int failuresInARow,
            Optional<Instant> nextRunAt,
            Optional<Run> last) {

        static Item of(ImportSchedule schedule) {
            var source = schedule.source();
            return new Item(
                    schedule.id().value(),
                    schedule.name(),
                    schedule.kind(),
                    new Shown(source.shown(), source.access().wire(), source.accessKey(), source.region()),
                    schedule.mapping().map(MappingId::value),
                    schedule.every().toString(),
                    schedule.onPlan().wire(),
                    schedule.paused(),
                    schedule.pausedBecause(),
                    MappingsController.By.of(schedule.owner()),
                    schedule.failures(),
                    Optional.of(schedule.nextRunAt()).filter(_ -> !schedule.paused()),
                    schedule.last().map(Run::of));
        }
    }

    record Runs(List<Run> items, Optional<Integer> next) {}

    record Run(
            int number,
            String outcome,
            Optional<String> code,
            String sentence,
            Optional<String> importId,
            Optional<String> receiptId,
            Instant startedAt,
            Optional<Instant> endedAt) {

        static Run of(ScheduleRun run) {
            return new Run(
                    run.number(),
                    run.outcome().wire(),
                    Optional.of(run.code()).filter(code -> !code.isEmpty()),
                    run.sentence(),
                    run.imported().map(ImportId::value),
                    run.receipt().map(ReceiptId::value),
                    run.startedAt(),
                    run.endedAt());
        }
    }
}
