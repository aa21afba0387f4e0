package io.switchboard.control.approvals;

import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.Sha256;
import io.switchboard.kernel.TenantId;
import io.switchboard.kernel.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tickets and votes as rows. */
@Repository
class Tickets {

    private static final int MOST = 500;

    /** How a row stands at {@code :now}. */
    private static final String STATE =
            "CASE WHEN state IN ('open', 'approved') AND deadline <= :now THEN 'expired' ELSE state END";

    private static final String SELECT = "SELECT t.*, " + STATE + " AS stands FROM approval_ticket t";

    private final JdbcClient jdbc;

    Tickets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Ticket> find(TenantId tenant, TicketId id, Instant now) {
        return one(" WHERE tenant_id = :tenant AND ticket_id = :is", tenant, id.value(), now);
    }

    /** Keeps the ticket from being changed by others until the transaction ends. */
    Optional<Ticket> lock(TenantId tenant, TicketId id, Instant now) {
        return one(" WHERE tenant_id = :tenant AND ticket_id = :is FOR UPDATE", tenant, id.value(), now);
    }

    /** The ticket that answers for this digest now. */
    Optional<Ticket> standing(TenantId tenant, Sha256 digest, Instant now) {
        return one(" WHERE tenant_id = :tenant AND standing = :is AND deadline > :now", tenant, digest.hex(), now);
    }

    Optional<Ticket> lockStanding(TenantId tenant, Sha256 digest, Instant now) {
        return one(
                " WHERE tenant_id = :tenant AND standing = :is AND deadline > :now FOR UPDATE",
                tenant,
                digest.hex(),
                now);
    }

    private Optional<Ticket> one(String where, TenantId tenant, String is, Instant now) {
        var found = jdbc.sql(SELECT + where)
                .param("tenant", tenant.value())
                .param("is", is)
                .param("now", Utc.column(now))
                .query(Tickets::ticket)
                .list();
        return withVotes(tenant, found).stream().findFirst();
    }

    /** At most 500 after {@code last}, latest first. */
    TicketPage list(TenantId tenant, Optional<TicketState> state, Optional<TicketId> last, int limit, Instant now) {
        int most = Math.clamp(limit, 1, MOST);
        Map<String, Object> params = new HashMap<>(Map.of("tenant", tenant.value(), "now", Utc.column(now)));
        state.ifPresent(it -> params.put("state", it.wire()));
        var where = " WHERE tenant_id = :tenant" + (state.isPresent() ? " AND " + STATE + " = :state" : "");
        long total = jdbc.sql("SELECT COUNT(*) FROM approval_ticket" + where)
                .params(params)
                .query(Long.class)
                .single();
        last.ifPresent(id -> params.put("last", id.value()));
        params.put("limit", most + 1);
        var found = jdbc.sql(SELECT + where + after(last) + " ORDER BY requested_at DESC, ticket_id DESC LIMIT :limit")
                .params(params)
                .query(Tickets::ticket)
                .list();
        var items = found.subList(0, Math.min(most, found.size()));
        var next = found.size() > items.size() ? Optional.of(items.getLast().id()) : Optional.<TicketId>empty();
        return new TicketPage(withVotes(tenant, items), next, total);
    }

    private static String after(Optional<TicketId> last) {
        return last.isEmpty()
                ? ""
                : " AND (requested_at, ticket_id) < (SELECT requested_at, ticket_id FROM approval_ticket"
                        + " WHERE tenant_id = :tenant AND ticket_id = :last)";
    }

    /** Makes room for a new ticket where the one before is past its deadline. */
    void release(TenantId tenant, Sha256 digest, Instant now) {
        jdbc.sql(
                        "UPDATE approval_ticket SET state = " + STATE
                                + ", standing = NULL, version = version + 1 WHERE tenant_id = :tenant AND standing = :digest AND deadline <= :now")
                .param("tenant", tenant.value())
                .param("digest", digest.hex())
                .param("now", Utc.column(now))
                .update();
    }

    void open(Ticket ticket) {
        var question = ticket.question();
        jdbc.sql("""
                        INSERT INTO approval_ticket (tenant_id, ticket_id, action, digest, standing, sentence, tallies, raises, terms, requester_type, requester_id,
                                                     state, quorum, requested_at, deadline)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        ticket.tenant().value(),
                        ticket.id().value(),
                        question.action().value(),
                        question.digest().hex(),
                        question.digest().hex(),
                        question.sentence(),
                        Tally.text(question.tallies()),
                        Raises.text(question.raises()),
                        TermsText.text(question.terms()),
                        ticket.requester().type().wire(),
                        ticket.requester().id(),
                        ticket.state().wire(),
                        ticket.quorum(),
                        Utc.column(ticket.requestedAt()),
                        Utc.column(ticket.deadline()))
                .update();
    }

    void vote(Ticket ticket, Vote vote) {
        jdbc.sql("""
                        INSERT INTO approval_vote (tenant_id, ticket_id, approver_type, approver_id, verdict, reason, decided_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        ticket.tenant().value(),
                        ticket.id().value(),
                        vote.approver().type().wire(),
                        vote.approver().id(),
                        vote.verdict().wire(),
                        vote.reason(),
                        Utc.column(vote.at()))
                .update();
    }

    void stands(Ticket ticket, TicketState state, Instant deadline) {
        jdbc.sql("UPDATE approval_ticket SET state = ?, deadline = ?, version = version + 1"
                        + " WHERE tenant_id = ? AND ticket_id = ?")
                .params(
                        state.wire(),
                        Utc.column(deadline),
                        ticket.tenant().value(),
                        ticket.id().value())
                .update();
    }

    /** The ticket has done its work and answers for nothing any more. */
    void used(Ticket ticket) {
        jdbc.sql("UPDATE approval_ticket SET state = 'used', standing = NULL, version = version + 1"
                        + " WHERE tenant_id = ? AND ticket_id = ?")
                .params(ticket.tenant().value(), ticket.id().value())
                .update();
    }

    void requested(TenantId tenant, TicketId id, ReceiptId receipt) {
        jdbc.sql("UPDATE approval_ticket SET request_receipt = ? WHERE tenant_id = ? AND ticket_id = ?")
                .params(receipt.value(), tenant.value(), id.value())
                .update();
    }

    void decided(TenantId tenant, TicketId id, Actor approver, ReceiptId receipt) {
        jdbc.sql("UPDATE approval_vote SET receipt_id = ? WHERE tenant_id = ? AND ticket_id = ?"
                        + " AND approver_type = ? AND approver_id = ? AND receipt_id IS NULL")
                .params(
                        receipt.value(),
                        tenant.value(),
                        id.value(),
                        approver.type().wire(),
                        approver.id())
                .update();
    }

    /** A ticket whose time was over without an answer, or without a use of it. */
    record Overdue(TenantId tenant, TicketId ticket) {}

    /** Of all tenants, those that have no receipt of it yet. */
    List<Overdue> overdue(Instant now, int limit) {
        return jdbc.sql("""
                        SELECT tenant_id, ticket_id FROM approval_ticket
                        WHERE expiry_receipt IS NULL AND deadline <= ? AND state IN ('open', 'approved', 'expired') LIMIT ?""")
                .params(Utc.column(now), limit)
                .query((row, _) ->
                        new Overdue(new TenantId(row.getString("tenant_id")), new TicketId(row.getString("ticket_id"))))
                .list();
    }

    /** In the transaction that leaves the receipt; false where another did so before. */
    boolean expired(Ticket ticket, ReceiptId receipt) {
        return jdbc.sql("""
                        UPDATE approval_ticket SET state = 'expired', standing = NULL, version = version + 1, expiry_receipt = ?
                        WHERE tenant_id = ? AND ticket_id = ? AND expiry_receipt IS NULL""")
                        .params(
                                receipt.value(),
                                ticket.tenant().value(),
                                ticket.id().value())
                        .update()
                == 1;
    }

    private List<Ticket> withVotes(TenantId tenant, List<Ticket> tickets) {
        if (tickets.isEmpty()) {
            return tickets;
        }
        var votes = new HashMap<String, List<Vote>>();
        jdbc.sql("SELECT * FROM approval_vote WHERE tenant_id = :tenant AND ticket_id IN (:ids) ORDER BY decided_at")
                .param("tenant", tenant.value())
                .param(
                        "ids",
                        tickets.stream().map(ticket -> ticket.id().value()).toList())
                .query(row -> {
                    votes.computeIfAbsent(row.getString("ticket_id"), _ -> new ArrayList<>())
                            .add(vote(row));
                });
        return tickets.stream()
                .map(ticket -> ticket.with(votes.getOrDefault(ticket.id().value(), List.of())))
                .toList();
    }

    private static Ticket ticket(ResultSet row, int number) throws SQLException {
        return new Ticket(
                new TenantId(row.getString("tenant_id")),
                new TicketId(row.getString("ticket_id")),
                new Question(
                        new ActionId(row.getString("action")),
                        new Sha256(row.getString("digest")),
                        row.getString("sentence"),
                        Tally.read(row.getString("tallies")),
                        Raises.read(row.getString("raises")),
                        TermsText.read(row.getInt("quorum"), row.getString("terms"))),
                actor(row, "requester"),
                TicketState.parse(row.getString("stands")).orElseThrow(),
                row.getInt("quorum"),
                row.getInt("version"),
                instant(row, "requested_at"),
                instant(row, "deadline"),
                Optional.ofNullable(row.getString("request_receipt")).map(ReceiptId::new),
                List.of());
    }

    private static Vote vote(ResultSet row) throws SQLException {
        return new Vote(
                actor(row, "approver"),
                Verdict.parse(row.getString("verdict")).orElseThrow(),
                row.getString("reason"),
                instant(row, "decided_at"),
                Optional.ofNullable(row.getString("receipt_id")).map(ReceiptId::new));
    }

    private static Actor actor(ResultSet row, String column) throws SQLException {
        var type = row.getString(column + "_type").toUpperCase(Locale.ROOT);
        return new Actor(Actor.Type.valueOf(type), row.getString(column + "_id"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return Utc.instant(row.getObject(column, LocalDateTime.class));
    }
}
