package io.switchboard.control.receipts;

import io.switchboard.control.receipts.TimelineRows.Newest;
import io.switchboard.control.receipts.TimelineRows.Piece;
import io.switchboard.control.receipts.TimelineRows.Row;
import io.switchboard.kernel.CorrelationId;
import io.switchboard.kernel.DecisionId;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.TenantId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** {@link Timeline} on the tables: a page takes four statements, however many receipts there are. */
@Service
class TimelineReader implements Timeline {

    private final TimelineRows rows;
    private final ReceiptSubjects subjects;
    private final DecisionWords words;

    TimelineReader(TimelineRows rows, ReceiptSubjects subjects, DecisionWords words) {
        this.rows = rows;
        this.subjects = subjects;
        this.words = words;
    }

    @Override
    public TimelinePage page(TenantId tenant, TimelineFilter filter, Optional<ReceiptId> cursor, int limit) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("a page has 1 to " + MAX_LIMIT + " threads");
        }
        Optional<TimelineRows.Place> last = cursor.flatMap(receipt -> rows.place(tenant, receipt));
        if (last.isEmpty() && cursor.isPresent()) {
            return new TimelinePage(List.of(), Optional.empty());
        }
        List<Newest> found = rows.newest(tenant, filter, last, limit + 1);
        List<Newest> shown = found.stream().limit(limit).toList();
        var pieces = shown.stream().map(newest -> new Piece(newest.thread(), 0)).toList();
        Optional<ReceiptId> next =
                found.size() > limit ? Optional.of(shown.getLast().receipt()) : Optional.empty();
        return new TimelinePage(threads(tenant, filter, pieces), next);
    }

    @Override
    public Optional<TimelineThread> thread(TenantId tenant, CorrelationId id, Optional<ReceiptId> cursor) {
        return cursor.map(receipt -> rows.place(tenant, receipt).map(TimelineRows.Place::position))
                .orElse(Optional.of(0L))
                .flatMap(after -> threads(tenant, TimelineFilter.ALL, List.of(new Piece(id, after))).stream()
                        .findFirst());
    }

    @Override
    public boolean knows(TenantId tenant, SubjectName subject) {
        return subjects.any(tenant, subject);
    }

    /** In the order of the pieces. */
    private List<TimelineThread> threads(TenantId tenant, TimelineFilter filter, List<Piece> pieces) {
        var byThread = rows.of(tenant, pieces, filter, SHOWN + 1).stream().collect(Collectors.groupingBy(Row::thread));
        var more = more(tenant, byThread.values());
        return pieces.stream()
                .filter(piece -> byThread.containsKey(piece.thread()))
                .map(piece -> thread(piece.thread(), byThread.getOrDefault(piece.thread(), List.of()), more))
                .toList();
    }

    private More more(TenantId tenant, Collection<List<Row>> threads) {
        var receipts = threads.stream()
                .flatMap(List::stream)
                .map(row -> row.row().receipt())
                .toList();
        var decisions = receipts.stream()
                .flatMap(receipt -> receipt.decision().stream())
                .distinct()
                .toList();
        return new More(subjects.of(tenant, receipts.stream().map(Receipt::id).toList()), words.why(tenant, decisions));
    }

    private static TimelineThread thread(CorrelationId id, List<Row> rows, More more) {
        var shown = rows.stream().limit(SHOWN).toList();
        Optional<ReceiptId> next = rows.size() > SHOWN
                ? Optional.of(shown.getLast().row().receipt().id())
                : Optional.empty();
        return new TimelineThread(
                id, TimelineTree.of(shown).stream().map(more::entry).toList(), next);
    }

    /** What stands beside the receipts of a page. */
    private record More(Map<ReceiptId, List<SubjectName>> subjects, Map<DecisionId, List<String>> why) {

        TimelineEntry entry(TimelineTree.Node node) {
            var row = node.row().row();
            return new TimelineEntry(
                    row,
                    node.depth(),
                    node.row().matches(),
                    subjects.getOrDefault(row.receipt().id(), List.of()),
                    row.receipt()
                            .decision()
                            .map(decision -> why.getOrDefault(decision, List.of()))
                            .orElse(List.of()));
        }
    }
}
