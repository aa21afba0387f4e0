package io.switchboard.control.receipts.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogStoreTest {

    private static final byte[] TILE = "a tile".getBytes(StandardCharsets.UTF_8);
    private static final byte[] NOTE = "a note".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    @Test
    void aFolderGivesBackWhatItWasGiven() throws IOException {
        givesBackWhatItWasGiven(new FolderStore(folder));
    }

    @Test
    void aBucketGivesBackWhatItWasGiven() throws IOException {
        try (var bucket = new FakeBucket();
                var store = bucket.settings().open()) {
            givesBackWhatItWasGiven(store);
            assertThat(bucket.header("logs/log_a/tile/0/000.p/1", "Cache-control"))
                    .contains("immutable");
            assertThat(bucket.header("logs/log_a/checkpoint", "Cache-control")).isEqualTo("no-cache");
        }
    }

    private static void givesBackWhatItWasGiven(LogStore store) throws IOException {
        assertThat(store.read("log_a/checkpoint")).isEmpty();
        store.write("log_a/tile/0/000.p/1", TILE);
        store.write("log_a/checkpoint", TILE);
        store.write("log_a/checkpoint", NOTE);
        assertThat(store.read("log_a/tile/0/000.p/1")).contains(TILE);
        assertThat(store.read("log_a/checkpoint")).contains(NOTE);
        assertThat(store.read("log_b/checkpoint")).isEmpty();
    }

    @Test
    void aBucketThatIsAwaySaysSoAndIsNotTakenForAnEmptyOne() throws IOException {
        try (var bucket = new FakeBucket();
                var store = bucket.settings().open()) {
            bucket.away = true;
            assertThatThrownBy(() -> store.read("log_a/checkpoint"))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("did not answer");
            assertThatThrownBy(() -> store.write("log_a/checkpoint", NOTE))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("did not take");
        }
    }

    @Test
    void aFolderLeavesNothingHalfWritten() throws IOException {
        var store = new FolderStore(folder);
        store.write("log_a/checkpoint", NOTE);
        try (var files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)).containsExactly(folder.resolve("log_a/checkpoint"));
        }
    }

    @Test
    void aFolderIsNotLeft() {
        assertThatIllegalArgumentException().isThrownBy(() -> new FolderStore(folder).read("../secret"));
    }
}
