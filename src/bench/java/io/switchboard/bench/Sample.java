package io.switchboard.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Files of one kind as the import bench needs them: of each hundred rows 95 change something that is there, four are new and one is rejected. Round 0 is the first
 * file, in which all rows are new and right; each later round changes what the round before had written.
 */
interface Sample {

    String kind();

    String file();

    /** Of the peer's table, in the order of the file's columns. */
    String columns();

    String header();

    String row(int row, int round);

    default String footer() {
        return "";
    }

    /** How the peer reads the file. */
    default String load() {
        return "FIELDS TERMINATED BY ',' OPTIONALLY ENCLOSED BY '\"' LINES TERMINATED BY '\\n' IGNORE 1 LINES";
    }

    /** A file in that form for the peer, where it cannot read the one that is imported. */
    default String bareRow(int row, int round) {
        return row(row, round);
    }

    static boolean isNew(int row, int round) {
        return round > 0 && row % 100 >= 95 && row % 100 < 99;
    }

    static boolean isRejected(int row, int round) {
        return round > 0 && row % 100 == 99;
    }

    /** {@code bare} is the peer's file. */
    record Written(Path path, Path bare, int rows) {

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

    default Written write(Path folder, int rows, int round) throws IOException {
        Files.createDirectories(folder);
        var path = folder.resolve(rows + "-" + round + "-" + file());
        try (var out = Files.newBufferedWriter(path)) {
            out.write(header());
            for (int row = 0; row < rows; row++) {
                out.write(row(row, round));
            }
            out.write(footer());
        }
        return new Written(path, footer().isEmpty() ? path : bare(folder, rows, round), rows);
    }

    private Path bare(Path folder, int rows, int round) throws IOException {
        var path = folder.resolve(rows + "-" + round + "-" + file() + ".bare");
        try (var out = Files.newBufferedWriter(path)) {
            for (int row = 0; row < rows; row++) {
                out.write(bareRow(row, round));
            }
        }
        return path;
    }
}
