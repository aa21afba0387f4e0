package io.switchboard.insight.roadmap.web;

import io.switchboard.insight.roadmap.Finding;
import io.switchboard.insight.roadmap.FindingKind;
import io.switchboard.insight.roadmap.Findings;
import io.switchboard.insight.roadmap.Item;
import io.switchboard.insight.roadmap.ItemJson;
import io.switchboard.insight.roadmap.Missing;
import io.switchboard.insight.roadmap.Release;
import io.switchboard.insight.roadmap.RoadmapLock;
import io.switchboard.kernel.ReceiptId;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was found, what was raised from it, and what was locked. Times are UTC, durations in microseconds as their names say. */
record RoadmapJson(
        int days,
        Instant asOf,
        List<KindJson> findings,
        Optional<String> statementsAway,
        List<ItemOut> items,
        List<LockJson> locks) {

    static RoadmapJson of(Findings findings, List<Item> items, List<RoadmapLock> locks) {
        return new RoadmapJson(
                findings.period().days(),
                findings.asOf(),
                Arrays.stream(FindingKind.values())
                        .map(kind -> KindJson.of(kind, findings.of(kind)))
                        .toList(),
                findings.statementsAway(),
                items.stream().map(ItemOut::of).toList(),
                locks.stream().map(LockJson::of).toList());
    }

    record KindJson(String kind, String title, String definition, List<FindingJson> found) {

        static KindJson of(FindingKind kind, List<Finding> found) {
            return new KindJson(
                    kind.wire(),
                    kind.title(),
                    kind.definition(),
                    found.stream().map(FindingJson::of).toList());
        }
    }

    record FindingJson(String id, String subject, String sentence, Map<String, Long> numbers) {

        static FindingJson of(Finding finding) {
            return new FindingJson(finding.id(), finding.subject(), finding.sentence(), finding.numbers());
        }
    }

    record ItemOut(
            String id,
            String title,
            String state,
            List<MissingJson> missing,
            Optional<String> deferred,
            Optional<String> release,
            int version,
            Map<String, Object> spec,
            Optional<Map<String, Object>> evidence) {

        static ItemOut of(Item item) {
            return new ItemOut(
                    item.id().value(),
                    item.title(),
                    item.state().word(),
                    item.missing().stream().map(MissingJson::of).toList(),
                    item.deferred(),
                    item.release().map(Release::value),
                    item.version(),
                    ItemJson.of(item.spec()),
                    item.evidence().map(ItemJson::of));
        }
    }

    record MissingJson(String requirement, String what) {

        static MissingJson of(Missing missing) {
            return new MissingJson(missing.requirement().title(), missing.what());
        }
    }

    record LockJson(
            String release,
            Instant lockedAt,
            int items,
            int deferred,
            String pdfSha256,
            String jsonSha256,
            Optional<String> receipt) {

        static LockJson of(RoadmapLock lock) {
            return new LockJson(
                    lock.release().value(),
                    lock.lockedAt(),
                    lock.in(),
                    lock.deferred(),
                    lock.pdf().hex(),
                    lock.json().hex(),
                    lock.receipt().map(ReceiptId::value));
        }
    }
}
