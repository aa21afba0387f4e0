package io.switchboard.operations.feedback;

import io.switchboard.kernel.Actor;
import io.switchboard.kernel.MemberId;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.TenantId;
import io.switchboard.kernel.Utc;
import io.switchboard.platform.tenancy.PlatformTenant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Issues and their events as rows of the tenant {@code platform}. */
@Repository
class Issues {

    static final List<Attachment> CAUSE = List.of(Attachment.SCREEN, Attachment.ACTION, Attachment.RULE);

    private static final String WEIGHT = Stream.of(Impact.values())
            .map(impact -> "WHEN '" + impact.wire() + "' THEN " + impact.weight())
            .collect(Collectors.joining(" ", "CASE f.impact ", " END"));

    /** Reach is counted over all that was merged into an issue, in every tenant. */
    private static final String SELECT = """
            SELECT i.*, r.reports, r.members, r.tenants, r.weight
              FROM feedback_issue i
              JOIN (SELECT COALESCE(o.merged_into, o.issue_id) AS issue_id, COUNT(*) AS reports,
                           COUNT(DISTINCT f.tenant_id, f.sender_type, f.sender_id) AS members, COUNT(DISTINCT f.tenant_id) AS tenants,
                           MAX(%s) AS weight
                      FROM feedback f JOIN feedback_issue o ON o.tenant_id = :platform AND o.issue_id = f.issue_id
                     WHERE f.tenant_id NOT IN (:canaries)
                     GROUP BY COALESCE(o.merged_into, o.issue_id)) r ON r.issue_id = COALESCE(i.merged_into, i.issue_id)
             WHERE i.tenant_id = :platform
            """.formatted(WEIGHT);

    private static final String RANKED =
            " ORDER BY r.weight * (r.members + r.tenants) DESC, i.opened_at, i.issue_id LIMIT :limit";

    private final JdbcClient jdbc;
    private final PlatformTenant platform;

    Issues(JdbcClient jdbc, PlatformTenant platform) {
        this.jdbc = jdbc;
        this.platform = platform;
    }

    void open(IssueId id, String title, NewFeedback said, Actor by, Instant now) {
        jdbc.sql("""
                        INSERT INTO feedback_issue (tenant_id, issue_id, title, state, opened_at, screen, action, rule)
                        VALUES (?, ?, ?, 'new', ?, ?, ?, ?)""")
                .params(platform.id().value(), id.value(), title, Utc.column(now))
                .params(CAUSE.stream().map(it -> said.attached(it).orElse(null)).toArray())
                .update();
        append(id, EventKind.REPORTED, Optional.empty(), by, now);
    }

    Optional<Issue> find(IssueId id) {
        return withEvents(jdbc.sql(SELECT + " AND i.issue_id = :id")
                        .param("platform", platform.id().value())
                        .param("canaries", platform.canaries())
                        .param("id", id.value())
                        .query((row, _) -> issue(row))
                        .list())
                .stream()
                .findFirst();
    }

    /** Keeps the issue from being changed by others until the transaction ends. */
    Optional<Issue> lock(IssueId id) {
        jdbc.sql("SELECT version FROM feedback_issue WHERE tenant_id = ? AND issue_id = ? FOR UPDATE")
                .params(platform.id().value(), id.value())
                .query(Integer.class)
                .optional();
        return find(id);
    }

    /** By rank: the highest score first, of equal ones the older. Merged ones are part of what they were merged into. */
    List<Issue> ranked(Set<IssueState> states, int limit) {
        return withEvents(jdbc.sql(SELECT + " AND i.merged_into IS NULL AND i.state IN (:states)" + RANKED)
                .param("platform", platform.id().value())
                .param("canaries", platform.canaries())
                .param("states", states.stream().map(IssueState::wire).toList())
                .param("limit", limit)
                .query((row, _) -> issue(row))
                .list());
    }

    /** Others that come from the same screen, action and rule: likely the same problem. */
    List<Issue> alike(Issue issue, int limit) {
        if (issue.cause().isEmpty()) {
            return List.of();
        }
        return withEvents(jdbc.sql(SELECT
                        + " AND i.merged_into IS NULL AND i.issue_id <> :id AND i.screen <=> :screen"
                        + " AND i.action <=> :action AND i.rule <=> :rule" + RANKED)
                .param("platform", platform.id().value())
                .param("canaries", platform.canaries())
                .param("id", issue.id().value())
                .param("screen", issue.cause().get(Attachment.SCREEN))
                .param("action", issue.cause().get(Attachment.ACTION))
                .param("rule", issue.cause().get(Attachment.RULE))
                .param("limit", limit)
                .query((row, _) -> issue(row))
                .list());
    }

    /** Those that stand for themselves and that somebody, of the tenant if one is given, said blocks them before {@code end}. */
    List<Issue> blocking(Optional<TenantId> tenant, Instant end) {
        return withEvents(jdbc.sql(SELECT + """
                         AND i.merged_into IS NULL AND EXISTS (
                           SELECT 1 FROM feedback b JOIN feedback_issue bo ON bo.tenant_id = :platform AND bo.issue_id = b.issue_id
                            WHERE COALESCE(bo.merged_into, bo.issue_id) = i.issue_id AND b.impact = 'blocks' AND b.submitted_at < :end
                              AND (:tenant IS NULL OR b.tenant_id = :tenant))""")
                .param("platform", platform.id().value())
                .param("canaries", platform.canaries())
                .param("end", Utc.column(end))
                .param("tenant", tenant.map(TenantId::value).orElse(null))
                .query((row, _) -> issue(row))
                .list());
    }

    /** Every issue that was ever triaged; for reports. */
    List<Issue> triaged() {
        return withEvents(jdbc.sql(SELECT + " AND i.merged_into IS NULL AND i.state <> 'new'")
                .param("platform", platform.id().value())
                .param("canaries", platform.canaries())
                .query((row, _) -> issue(row))
                .list());
    }

    List<IssueEvent> events(IssueId id) {
        return events(List.of(id.value())).getOrDefault(id.value(), List.of());
    }

    /** Time does not run backwards within an issue: an event of a node whose clock is behind counts as of the one before. Under the lock of the issue, or on a new one. */
    IssueEvent append(IssueId id, EventKind kind, Optional<String> detail, Actor by, Instant now) {
        var last = events(id).stream().reduce((_, later) -> later);
        var at = last.map(IssueEvent::at).filter(now::isBefore).orElse(now);
        var event =
                new IssueEvent(last.map(IssueEvent::sequence).orElse(0) + 1, kind, at, by, detail, Optional.empty());
        insert(id, event);
        return event;
    }

    private void insert(IssueId id, IssueEvent event) {
        jdbc.sql("""
                        INSERT INTO feedback_issue_event (tenant_id, issue_id, sequence, kind, actor_type, actor_id, at, detail)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        platform.id().value(),
                        id.value(),
                        event.sequence(),
                        event.kind().wire(),
                        event.by().type().wire(),
                        event.by().id(),
                        Utc.column(event.at()))
                .param(event.detail().orElse(null))
                .update();
    }

    void stands(IssueId id, IssueState state) {
        set(id, "state = ?", state.wire());
    }

    void owned(IssueId id, Optional<MemberId> owner) {
        set(id, "owner_id = ?", owner.map(MemberId::value).orElse(null));
    }

    void described(IssueId id, String title, FixCard card) {
        set(
                id,
                "title = ?, card_test = ?, card_policy = ?, card_cost = ?, card_proof = ?, card_flag = ?",
                title,
                card.test().orElse(null),
                card.policy().orElse(null),
                card.cost().orElse(null),
                card.proof().orElse(null),
                card.flag().orElse(null));
    }

    /** The issue and whatever had been merged into it before are part of {@code target} from now on. */
    void merged(IssueId id, IssueId target) {
        jdbc.sql("UPDATE feedback_issue SET merged_into = :target, version = version + 1"
                        + " WHERE tenant_id = :platform AND (issue_id = :id OR merged_into = :id)")
                .param("target", target.value())
                .param("platform", platform.id().value())
                .param("canaries", platform.canaries())
                .param("id", id.value())
                .update();
    }

    void receipted(IssueId id, ReceiptId receipt) {
        jdbc.sql("UPDATE feedback_issue_event SET receipt_id = ? WHERE tenant_id = ? AND issue_id = ?"
                        + " AND kind <> 'reported' AND receipt_id IS NULL")
                .params(receipt.value(), platform.id().value(), id.value())
                .update();
    }

    private void set(IssueId id, String columns, @Nullable Object... values) {
        var params = new ArrayList<@Nullable Object>(Arrays.asList(values));
        params.add(platform.id().value());
        params.add(id.value());
        jdbc.sql("UPDATE feedback_issue SET " + columns
                        + ", version = version + 1 WHERE tenant_id = ? AND issue_id = ?")
                .params(params)
                .update();
    }

    private List<Issue> withEvents(List<Issue> issues) {
        var events = events(issues.stream().map(issue -> issue.id().value()).toList());
        return issues.stream()
                .map(issue -> with(issue, events.getOrDefault(issue.id().value(), List.of())))
                .toList();
    }

    private Map<String, List<IssueEvent>> events(Collection<String> ids) {
        var events = new HashMap<String, List<IssueEvent>>();
        if (!ids.isEmpty()) {
            jdbc.sql("SELECT * FROM feedback_issue_event WHERE tenant_id = :platform AND issue_id IN (:ids)"
                            + " ORDER BY sequence")
                    .param("platform", platform.id().value())
                    .param("canaries", platform.canaries())
                    .param("ids", ids)
                    .query(row -> {
                        events.computeIfAbsent(row.getString("issue_id"), _ -> new ArrayList<>())
                                .add(event(row));
                    });
        }
        return events;
    }

    private static Issue with(Issue issue, List<IssueEvent> events) {
        return new Issue(
                issue.id(),
                issue.title(),
                issue.state(),
                issue.cause(),
                issue.owner(),
                issue.mergedInto(),
                issue.card(),
                issue.version(),
                issue.openedAt(),
                issue.reach(),
                events);
    }

    private static Issue issue(ResultSet row) throws SQLException {
        return new Issue(
                new IssueId(row.getString("issue_id")),
                row.getString("title"),
                IssueState.parse(row.getString("state")).orElseThrow(),
                Rows.attachments(row, CAUSE),
                Rows.text(row, "owner_id").map(MemberId::new),
                Rows.text(row, "merged_into").map(IssueId::new),
                new FixCard(
                        Rows.text(row, "card_test"),
                        Rows.text(row, "card_policy"),
                        Rows.text(row, "card_cost"),
                        Rows.text(row, "card_proof"),
                        Rows.text(row, "card_flag")),
                row.getInt("version"),
                Utc.instant(row.getObject("opened_at", LocalDateTime.class)),
                new Reach(
                        Impact.ofWeight(row.getInt("weight")),
                        row.getInt("reports"),
                        row.getInt("members"),
                        row.getInt("tenants")),
                List.of());
    }

    private static IssueEvent event(ResultSet row) throws SQLException {
        return new IssueEvent(
                row.getInt("sequence"),
                EventKind.of(row.getString("kind")),
                Rows.instant(row, "at"),
                Rows.actor(row, "actor"),
                Rows.text(row, "detail"),
                Rows.receipt(row));
    }
}
