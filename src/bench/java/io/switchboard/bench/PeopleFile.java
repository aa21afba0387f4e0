package io.switchboard.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file of people as the import bench needs it: of each hundred rows 95 change somebody who is there, four are new and one is rejected. {@code round} makes the
 * changes differ from those of the round before.
 */
record PeopleFile(Path path, int rows) {

    static final String HEADER = "user_name,given_name,family_name,email,roles,department,active";

    /** Everybody whom later rounds change. */
    static PeopleFile initial(Path folder, int rows) throws IOException {
        return write(folder.resolve("people-" + rows + ".csv"), rows, 0, true);
    }

    static PeopleFile round(Path folder, int rows, int round) throws IOException {
        return write(folder.resolve("people-" + rows + "-" + round + ".csv"), rows, round, false);
    }

    private static PeopleFile write(Path file, int rows, int round, boolean initial) throws IOException {
        Files.createDirectories(file.getParent());
        try (var out = Files.newBufferedWriter(file)) {
            out.write(HEADER + "\n");
            for (int row = 0; row < rows; row++) {
                out.write(line(row, round, initial));
            }
        }
        return new PeopleFile(file, rows);
    }

    private static String line(int row, int round, boolean initial) {
        var name = !initial && isNew(row) ? "new" + round + "." + row : "person." + row;
        var email = !initial && isRejected(row) ? "nobody@" : name + "@bench.example";
        return name + ",Given" + row % 977 + ",Family" + row % 1009 + "," + email + ",operator,Department " + round
                + ",true\n";
    }

    private static boolean isNew(int row) {
        return row % 100 >= 95 && row % 100 < 99;
    }

    private static boolean isRejected(int row) {
        return row % 100 == 99;
    }

    long updates() {
        return rows / 100 * 95L;
    }

    long creates() {
        return rows / 100 * 4L;
    }

    long rejects() {
        return rows / 100;
    }
}
