package io.switchboard.operations.imports;

/** Staged rows as SQL sees them: pages {@code p}, and in each of them rows {@code s}. */
final class StagedSql {

    /** A row's number in the file. */
    static final String NUMBER = "p.first_row + s.position - 1";

    private StagedSql() {}

    /** {@code columns} are further columns of {@code s}, each with a leading comma. */
    static String pages(TargetTable table, String columns) {
        return "import_page p STRAIGHT_JOIN JSON_TABLE(p.content, '$[*]' COLUMNS (position FOR ORDINALITY,"
                + " natural_key VARCHAR(" + table.extent().key()
                + ") CHARACTER SET utf8mb4 COLLATE utf8mb4_bin PATH '$[" + RowJson.KEY + "]',"
                + " outcome CHAR(1) CHARACTER SET ascii COLLATE ascii_bin PATH '$[" + RowJson.OUTCOME + "]'"
                + columns + ")) s";
    }
}
