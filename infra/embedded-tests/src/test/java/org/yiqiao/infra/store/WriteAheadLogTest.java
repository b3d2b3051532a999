package org.yiqiao.infra.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.bwaldvogel.mongo.bson.Document;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Verifies that after a full disk has space again, the log has exactly the records that it accepted. */
class WriteAheadLogTest {
    private static final WriteAheadLogChecksum CHECKSUM = new WriteAheadLogChecksum(7);
    private static final int SMALL = 10;
    /** Bytes; more than the log buffers in memory. */
    private static final int LARGE = 300_000;

    @TempDir
    private Path directory;

    private FullDiskFileChannel disk;
    private WriteAheadLog log;

    @BeforeEach
    void open() throws IOException {
        disk = new FullDiskFileChannel(directory.resolve("log"));
        log = new WriteAheadLog(
                new WriteAheadLogFile(disk), WriteAheadLogFile.open(directory.resolve("log2")), CHECKSUM, 0);
    }

    @Test
    void failedFlushIsRetried() throws IOException {
        append(1, SMALL);
        disk.setCapacity(20);
        assertThatThrownBy(log::flush).isInstanceOf(UncheckedIOException.class).hasRootCauseMessage(noSpace());
        assertThatThrownBy(log::flush).as("the record stays in the buffer").isInstanceOf(UncheckedIOException.class);

        disk.setCapacity(Long.MAX_VALUE);
        append(2, SMALL);
        log.flush();

        assertThat(loggedSequences()).containsExactly(1L, 2L);
    }

    @Test
    void recordWithoutSpaceIsNotAppended() throws IOException {
        append(1, SMALL);
        disk.setCapacity(0);
        assertThatThrownBy(() -> append(2, LARGE)).hasRootCauseMessage(noSpace());

        disk.setCapacity(Long.MAX_VALUE);
        append(2, SMALL);
        log.flush();

        assertThat(loggedSequences()).containsExactly(1L, 2L);
    }

    @Test
    void partiallyWrittenRecordIsRolledBack() throws IOException {
        append(1, SMALL);
        disk.setCapacity(LARGE);
        assertThatThrownBy(() -> append(2, 3 * LARGE)).hasRootCauseMessage(noSpace());

        disk.setCapacity(Long.MAX_VALUE);
        append(2, SMALL);
        append(3, LARGE);
        log.flush();

        assertThat(loggedSequences()).containsExactly(1L, 2L, 3L);
    }

    @Test
    void switchingFilesSeparatesNewRecordsFromCheckpointedOnes() throws IOException {
        disk.setCapacity(Long.MAX_VALUE);
        append(1, SMALL);
        assertThat(log.switchFiles()).isTrue();
        append(2, SMALL);
        log.flush();

        assertThat(loggedSequences()).containsExactly(1L);
        assertThat(sequences("log2")).containsExactly(2L);
        assertThatThrownBy(log::switchFiles).isInstanceOf(IllegalStateException.class);

        log.discardCheckpointed();
        assertThat(loggedSequences()).isEmpty();
        assertThat(sequences("log2")).containsExactly(2L);

        log.switchFiles();
        append(3, SMALL);
        log.flush();
        assertThat(loggedSequences()).containsExactly(3L);
    }

    @Test
    void switchFailsWithoutSpace() throws IOException {
        append(1, SMALL);
        disk.setCapacity(20);
        assertThat(log.switchFiles()).isFalse();

        disk.setCapacity(Long.MAX_VALUE);
        append(2, SMALL);
        log.flush();

        assertThat(loggedSequences()).containsExactly(1L, 2L);
    }

    private static String noSpace() {
        return "No space left on device";
    }

    private void append(int id, int bytes) {
        Document document = new Document("_id", id).append("filler", "x".repeat(bytes));
        log.append(1, KeyEncoder.keyOf(id), StoredDocument.of(document));
    }

    private List<Long> loggedSequences() throws IOException {
        return sequences("log");
    }

    private List<Long> sequences(String file) throws IOException {
        List<Long> sequences = new ArrayList<>();
        WriteAheadLogRecord.readAll(directory.resolve(file), CHECKSUM, change -> sequences.add(change.sequence()));
        return sequences;
    }
}
