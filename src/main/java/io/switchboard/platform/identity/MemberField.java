package io.switchboard.platform.identity;

/** What members are searched and sorted by. Text is compared without regard to case, ids with it. */
public enum MemberField {
    ID(FieldKind.OURS, "m.member_id"),
    USER_NAME(FieldKind.FOLDED, "m.user_name_key"),
    EXTERNAL_ID(FieldKind.EXACT, "e.external_id"),
    GIVEN_NAME(FieldKind.FOLDED, "LOWER(m.given_name)"),
    FAMILY_NAME(FieldKind.FOLDED, "LOWER(m.family_name)"),
    DISPLAY_NAME(
            FieldKind.FOLDED,
            "LOWER(COALESCE(m.display_name, NULLIF(TRIM(CONCAT_WS(' ', m.given_name, m.family_name)), ''), m.user_name))"),
    EMAIL(FieldKind.FOLDED, "LOWER(m.email)"),
    EMAIL_TYPE(FieldKind.FOLDED, "IF(m.email IS NULL, NULL, 'work')"),
    EMAIL_PRIMARY(FieldKind.TRUTH, "IF(m.email IS NULL, NULL, TRUE)"),
    DEPARTMENT(FieldKind.FOLDED, "LOWER(m.department)"),
    ACTIVE(FieldKind.TRUTH, "m.active"),
    MANAGED_BY(FieldKind.OURS, "m.managed_by"),
    CREATED(FieldKind.TIME, "m.created_at"),
    UPDATED(FieldKind.TIME, "m.updated_at"),
    GROUP(
            FieldKind.LINK,
            "(SELECT l.group_id FROM member_group_member l WHERE l.tenant_id = m.tenant_id AND l.member_id = m.member_id)");

    private final FieldKind kind;
    private final String sql;

    MemberField(FieldKind kind, String sql) {
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
