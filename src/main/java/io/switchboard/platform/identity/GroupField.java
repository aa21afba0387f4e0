package io.switchboard.platform.identity;

/** What groups are searched and sorted by. */
public enum GroupField {
    ID(FieldKind.OURS, "g.group_id"),
    DISPLAY_NAME(FieldKind.FOLDED, "g.display_name_key"),
    EXTERNAL_ID(FieldKind.EXACT, "e.external_id"),
    CREATED(FieldKind.TIME, "g.created_at"),
    UPDATED(FieldKind.TIME, "g.updated_at"),
    MEMBER(
            FieldKind.LINK,
            "(SELECT l.member_id FROM member_group_member l WHERE l.tenant_id = g.tenant_id AND l.group_id = g.group_id)");

    private final FieldKind kind;
    private final String sql;

    GroupField(FieldKind kind, String sql) {
        this.kind = kind;
        this.sql = sql;
    }

    public FieldKind kind() {
        return kind;
    }

    String sql() {
        return sql;
    }
}
