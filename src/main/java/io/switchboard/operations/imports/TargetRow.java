package io.switchboard.operations.imports;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;

/** A row of the target as a dry run finds it: {@code grants} joined with commas, {@code fields} those that the file has, as {@link FieldText}. */
record TargetRow(String key, String id, int version, boolean guarded, boolean active, String grants, String fields) {

    /** From a row of {@link DiffSql#targets}. */
    static TargetRow of(ResultSet row) throws SQLException {
        return new TargetRow(
                row.getString(1),
                row.getString(2),
                row.getInt(3),
                row.getInt(4) == 1,
                row.getInt(6) == 1,
                row.getString(5),
                row.getString(7));
    }

    static TargetRow read(ByteBuffer from) {
        return new TargetRow(
                text(from), text(from), from.getInt(), from.get() == 1, from.get() == 1, text(from), longText(from));
    }

    void write(ByteBuffer out) {
        text(out, key);
        text(out, id);
        out.putInt(version).put((byte) (guarded ? 1 : 0)).put((byte) (active ? 1 : 0));
        text(out, grants);
        var bytes = fields.getBytes(StandardCharsets.UTF_8);
        out.putInt(bytes.length).put(bytes);
    }

    /** Of its written form, at most. */
    int length() {
        return 16 + 3 * (key.length() + id.length() + grants.length() + fields.length());
    }

    Set<String> grantSet() {
        return Set.of(grants.split(",", -1));
    }

    private static void text(ByteBuffer out, String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        out.putShort((short) bytes.length).put(bytes);
    }

    private static String text(ByteBuffer from) {
        return text(from, Short.toUnsignedInt(from.getShort()));
    }

    private static String longText(ByteBuffer from) {
        return text(from, from.getInt());
    }

    private static String text(ByteBuffer from, int length) {
        var bytes = new byte[length];
        from.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
