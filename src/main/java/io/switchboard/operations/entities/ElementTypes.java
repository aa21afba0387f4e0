package io.switchboard.operations.entities;

import io.switchboard.kernel.TenantId;
import io.switchboard.operations.imports.documents.UnreadableFile;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Counts the types of a tenant and of a file together: policy is asked about each type of entity that somebody reads, so there are few. Whether a file has too many does not depend on the
 * order of its rows, so it is refused as a whole.
 */
@Repository
class ElementTypes {

    static final int MOST = 200;

    private static final int NAMED = 5;

    private final JdbcClient jdbc;

    ElementTypes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Is told the type of each edge of one file, or of each entity, and refuses the one that is too many. */
    Consumer<String> in(TenantId tenant, boolean ofEdges) {
        var known = new TreeSet<>(jdbc.sql("SELECT DISTINCT type FROM element WHERE tenant_id = ? AND from_key IS "
                        + (ofEdges ? "NOT NULL" : "NULL"))
                .param(tenant.value())
                .query(String.class)
                .list());
        return type -> {
            if (known.add(type) && known.size() > MOST) {
                throw tooMany(known, ofEdges ? "edges" : "entities");
            }
        };
    }

    private static UnreadableFile tooMany(Set<String> types, String what) {
        var some = types.stream().limit(NAMED).map(ElementRow::shown).toList();
        return new UnreadableFile(
                "too-many-types",
                "With this file there would be more than " + MOST + " types of " + what + ", such as "
                        + String.join(", ", some)
                        + ". A type is a word that many share; put what is different for each into another column.");
    }
}
