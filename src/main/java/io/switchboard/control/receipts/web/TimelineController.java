package io.switchboard.control.receipts.web;

import io.switchboard.control.receipts.SubjectName;
import io.switchboard.control.receipts.Timeline;
import io.switchboard.control.receipts.TimelineEntry;
import io.switchboard.control.receipts.TimelinePage;
import io.switchboard.control.receipts.TimelineThread;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.ReceiptId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The caller's tenant's timeline: threads of receipts, those first whose newest matching receipt occurred last. */
@RestController
class TimelineController {

    private final Timeline timeline;

    TimelineController(Timeline timeline) {
        this.timeline = timeline;
    }

    record PageJson(List<ThreadJson> items, @Nullable String next) {

        static PageJson of(TimelinePage page) {
            return new PageJson(
                    page.items().stream().map(ThreadJson::of).toList(),
                    page.next().map(ReceiptId::value).orElse(null));
        }
    }

    /** {@code next}, given as the cursor beside {@code thread}, asks for the receipts of this thread that come after those listed. */
    record ThreadJson(
            String thread,
            List<EntryJson> entries,
            @Nullable String next) {

        static ThreadJson of(TimelineThread thread) {
            return new ThreadJson(
                    thread.id().value(),
                    thread.entries().stream().map(EntryJson::of).toList(),
                    thread.next().map(ReceiptId::value).orElse(null));
        }
    }

    record EntryJson(ReceiptJson.Item receipt, int depth, boolean matches, List<String> subjects, List<String> why) {

        static EntryJson of(TimelineEntry entry) {
            return new EntryJson(
                    ReceiptJson.Item.of(entry.row()),
                    entry.depth(),
                    entry.matches(),
                    entry.subjects().stream().map(SubjectName::toString).toList(),
                    entry.why());
        }
    }

    @GetMapping("/api/timeline")
    PageJson page(Caller caller, TimelineParameters parameters) {
        return PageJson.of(timeline.page(caller.tenant(), parameters.filter(), parameters.after(), parameters.size()));
    }
}
