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

/** What a log on a full disk was told to write is there once the disk has room again, and nothing else is. */
class ChangeLogTest {
    private static final RecordChecksum CHECKSUM = new RecordChecksum(7);
    private static final int SMALL = 10;
    /** Bytes; more than the log collects in memory. */
    private static final int LARGE = 300_000;

    @TempDir
    private Path directory;

    private FullDisk disk;
    private ChangeLog log;

    @BeforeEach
    void open() throws IOException {
        disk = new FullDisk(directory.resolve("log"));
        log = new ChangeLog(new LogFile(disk), LogFile.open(directory.resolve("log2")), CHECKSUM, 0);
    }

    @Test
    void aWriteThatFailedIsDoneAgain() throws IOException {
        append(1, SMALL);
        disk.room(20);
        assertThatThrownBy(log::write).isInstanceOf(UncheckedIOException.class).hasRootCauseMessage(noSpace());
        assertThatThrownBy(log::write).as("not forgotten").isInstanceOf(UncheckedIOException.class);

        disk.room(Long.MAX_VALUE);
        append(2, SMALL);
        log.write();

        assertThat(written()).containsExactly(1L, 2L);
    }

    @Test
    void aRecordThatFindsNoRoomIsNotThereAtAll() throws IOException {
        append(1, SMALL);
        disk.room(0);
        assertThatThrownBy(() -> append(2, LARGE)).hasRootCauseMessage(noSpace());

        disk.room(Long.MAX_VALUE);
        append(2, SMALL);
        log.write();

        assertThat(written()).containsExactly(1L, 2L);
    }

    @Test
    void aRecordThatWasWrittenHalfIsNotThereAtAll() throws IOException {
        append(1, SMALL);
        disk.room(LARGE);
        assertThatThrownBy(() -> append(2, 3 * LARGE)).hasRootCauseMessage(noSpace());

        disk.room(Long.MAX_VALUE);
        append(2, SMALL);
        append(3, LARGE);
        log.write();

        assertThat(written()).containsExactly(1L, 2L, 3L);
    }

    @Test
    void afterATurnChangesAreInTheOtherFileAndTheEarlierOnesCanBeForgotten() throws IOException {
        disk.room(Long.MAX_VALUE);
        append(1, SMALL);
        assertThat(log.turn()).isTrue();
        append(2, SMALL);
        log.write();

        assertThat(written()).containsExactly(1L);
        assertThat(sequences("log2")).containsExactly(2L);
        assertThatThrownBy(log::turn).isInstanceOf(IllegalStateException.class);

        log.forget();
        assertThat(written()).isEmpty();
        assertThat(sequences("log2")).containsExactly(2L);

        log.turn();
        append(3, SMALL);
        log.write();
        assertThat(written()).containsExactly(3L);
    }

    @Test
    void aTurnThatFindsNoRoomIsNone() throws IOException {
        append(1, SMALL);
        disk.room(20);
        assertThat(log.turn()).isFalse();

        disk.room(Long.MAX_VALUE);
        append(2, SMALL);
        log.write();

        assertThat(written()).containsExactly(1L, 2L);
    }

    private static String noSpace() {
        return "No space left on device";
    }

    private void append(int id, int bytes) {
        Document document = new Document("_id", id).append("filler", "x".repeat(bytes));
        log.append(1, KeyWriter.keyOf(id), StoredDocument.of(document));
    }

    private List<Long> written() throws IOException {
        return sequences("log");
    }

    private List<Long> sequences(String file) throws IOException {
        List<Long> sequences = new ArrayList<>();
        LoggedChange.readAll(directory.resolve(file), CHECKSUM, change -> sequences.add(change.sequence()));
        return sequences;
    }
}
