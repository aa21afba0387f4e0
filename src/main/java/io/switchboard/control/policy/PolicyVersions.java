package io.switchboard.control.policy;

import io.switchboard.kernel.Actor;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.Sha256;
import io.switchboard.kernel.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Versions of the policies as rows. Whoever changes any of them locks first, in the transaction of the change. */
@Repository
public class PolicyVersions {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String STANDING = "SELECT revision, active, shadow, chosen FROM policy_standing WHERE id = 1";

    private final JdbcClient jdbc;

    public PolicyVersions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Standing standing() {
        return jdbc.sql(STANDING).query((row, _) -> standing(row)).single();
    }

    /** Changes take turns, from here to the end of the transaction. */
    public Standing lock() {
        return jdbc.sql(STANDING + " FOR UPDATE")
                .query((row, _) -> standing(row))
                .single();
    }

    /** The newest first. */
    public List<PolicyVersion> all() {
        var standing = standing();
        return jdbc.sql("SELECT * FROM policy_version ORDER BY number DESC")
                .query((row, _) -> version(row, standing))
                .list();
    }

    public Optional<PolicyVersion> find(int number) {
        return one("number = ?", number);
    }

    public Optional<PolicyVersion> find(Sha256 digest) {
        return one("digest = ?", digest.hex());
    }

    public Optional<PolicyVersion> active() {
        return standing().active().flatMap(this::find);
    }

    /** The digest alone, for whoever looks every second. */
    public Optional<Sha256> digest(int number) {
        return jdbc.sql("SELECT digest FROM policy_version WHERE number = ?")
                .param(number)
                .query((row, _) -> new Sha256(row.getString("digest")))
                .optional();
    }

    private Optional<PolicyVersion> one(String where, Object value) {
        var standing = standing();
        return jdbc.sql("SELECT * FROM policy_version WHERE " + where)
                .param(value)
                .query((row, _) -> version(row, standing))
                .optional();
    }

    /** Under the lock. Answers the new version's number. */
    public int add(VersionDraft draft, Instant now) {
        int number = jdbc.sql("SELECT COALESCE(MAX(number), 0) + 1 FROM policy_version")
                .query(Integer.class)
                .single();
        jdbc.sql("""
                        INSERT INTO policy_version (number, digest, origin, files, title, why, based_on, author_type, author_id, proposed_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(number)
                .param(draft.files().digest().hex())
                .param(draft.ofRelease() ? "release" : "person")
                .param(JSON.writeValueAsString(draft.files().texts()))
                .param(draft.title())
                .param(draft.why())
                .param(draft.basedOn().orElse(null))
                .param(draft.author().type().wire())
                .param(draft.author().id())
                .param(Utc.column(now))
                .update();
        return number;
    }

    void signed(int number, byte[] statement, Instant at) {
        jdbc.sql("UPDATE policy_version SET statement = ?, signed_at = ? WHERE number = ? AND statement IS NULL")
                .params(statement, Utc.column(at), number)
                .update();
    }

    List<Integer> unsigned() {
        return jdbc.sql("SELECT number FROM policy_version WHERE statement IS NULL")
                .query((row, _) -> row.getInt("number"))
                .list();
    }

    /** Under the lock. */
    public void activate(int number, boolean chosen, Instant now) {
        jdbc.sql("UPDATE policy_version SET activated_at = ?, activation_receipt = NULL WHERE number = ?")
                .params(Utc.column(now), number)
                .update();
        jdbc.sql("""
                        UPDATE policy_standing SET active = ?, shadow = NULLIF(shadow, ?), chosen = ?, revision = revision + 1, changed_at = ?
                        WHERE id = 1""").params(number, number, chosen, Utc.column(now)).update();
    }

    /** Under the lock. */
    public void shadow(Optional<Integer> number, Instant now) {
        jdbc.sql("UPDATE policy_standing SET shadow = ?, revision = revision + 1, changed_at = ? WHERE id = 1")
                .param(number.orElse(null))
                .param(Utc.column(now))
                .update();
    }

    /** Under the lock. */
    public void withdraw(int number, Instant now) {
        jdbc.sql("UPDATE policy_version SET withdrawn_at = ? WHERE number = ?")
                .params(Utc.column(now), number)
                .update();
        jdbc.sql("UPDATE policy_standing SET revision = revision + 1, changed_at = ? WHERE id = 1")
                .param(Utc.column(now))
                .update();
    }

    public void proposed(int number, ReceiptId receipt) {
        receipted("proposal_receipt", number, receipt);
    }

    public void activated(int number, ReceiptId receipt) {
        receipted("activation_receipt", number, receipt);
    }

    private void receipted(String column, int number, ReceiptId receipt) {
        jdbc.sql("UPDATE policy_version SET " + column + " = ? WHERE number = ? AND " + column + " IS NULL")
                .params(receipt.value(), number)
                .update();
    }

    private static Standing standing(ResultSet row) throws SQLException {
        return new Standing(
                row.getLong("revision"), number(row, "active"), number(row, "shadow"), row.getBoolean("chosen"));
    }

    private static Optional<Integer> number(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, Integer.class));
    }

    private static PolicyVersion version(ResultSet row, Standing standing) throws SQLException {
        int number = row.getInt("number");
        var activated = instant(row, "activated_at");
        var withdrawn = instant(row, "withdrawn_at");
        return new PolicyVersion(
                number,
                new Sha256(row.getString("digest")),
                row.getString("origin").equals("release"),
                files(row.getString("files")),
                row.getString("title"),
                row.getString("why"),
                number(row, "based_on"),
                new Actor(
                        Actor.Type.valueOf(row.getString("author_type").toUpperCase(Locale.ROOT)),
                        row.getString("author_id")),
                instant(row, "proposed_at").orElseThrow(),
                activated,
                withdrawn,
                instant(row, "signed_at"),
                Optional.ofNullable(row.getBytes("statement")),
                receipt(row.getString("proposal_receipt")),
                receipt(row.getString("activation_receipt")),
                state(number, standing, activated, withdrawn));
    }

    private static VersionState state(
            int number, Standing standing, Optional<Instant> activated, Optional<Instant> withdrawn) {
        if (standing.isActive(number)) {
            return VersionState.ACTIVE;
        }
        if (standing.isShadow(number)) {
            return VersionState.SHADOW;
        }
        if (withdrawn.isPresent()) {
            return VersionState.WITHDRAWN;
        }
        return activated.isPresent() ? VersionState.SUPERSEDED : VersionState.PROPOSED;
    }

    private static BundleFiles files(String text) {
        var files = new TreeMap<String, String>();
        JSON.readTree(text)
                .properties()
                .forEach(file -> files.put(file.getKey(), file.getValue().asString()));
        return new BundleFiles(files);
    }

    private static Optional<ReceiptId> receipt(@Nullable String id) {
        return Optional.ofNullable(id).map(ReceiptId::new);
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDateTime.class)).map(Utc::instant);
    }
}
