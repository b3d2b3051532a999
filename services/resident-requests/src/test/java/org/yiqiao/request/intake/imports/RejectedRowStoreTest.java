package org.yiqiao.request.intake.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rejected rows are stored encrypted and for a limited time. */
class RejectedRowStoreTest {

    private static final RowFault FAULT = new RowFault("row.no-id", Map.of("column", "service_request_id"));

    @TempDir
    private Path folder;

    private ImportFixture imports;
    private RejectedRowStore store;

    @BeforeEach
    void setUp() {
        imports = new ImportFixture(folder);
        store = imports.rejectedRows(ImportFixture.NOW);
    }

    @AfterEach
    void tearDown() {
        imports.close();
    }

    private static RejectedRow row(long line) {
        return new RejectedRow(line, FAULT, List.of("", "Wang Xiaoming", "13812345678"));
    }

    @Test
    void rowsComeBackInOrderWithTheirFaults() {
        store.save("1", 500, List.of(row(700)));
        store.save("1", 0, List.of(row(2), row(3)));
        store.save("2", 0, List.of(row(9)));
        assertThat(imports.rejectedRows("1")).containsExactly(row(2), row(3), row(700));
    }

    @Test
    void repeatedBatchReplacesItsRows() {
        store.save("1", 0, List.of(row(2)));
        store.save("1", 0, List.of(row(2), row(3)));
        assertThat(imports.rejectedRows("1")).containsExactly(row(2), row(3));
    }

    @Test
    void manyLongRowsAreStoredInSeveralDocuments() {
        List<RejectedRow> rows = IntStream.range(2, 102)
                .mapToObj(line -> new RejectedRow(line, FAULT, List.of("长".repeat(250_000))))
                .toList();
        store.save("1", 0, rows);
        assertThat(imports.rejectedRows("1")).isEqualTo(rows);
    }

    @Test
    void storedDocumentsContainNoText() {
        store.save("1", 0, List.of(row(2)));
        assertThat(imports.database.getCollection("importRejections").find().first())
                .asString()
                .doesNotContain("Wang", "13812345678", "row.no-id");
    }

    @Test
    void expiredRowsAreDeletedWithTheirKey() {
        store.save("old", 0, List.of(row(2)));
        Instant later = ImportFixture.NOW.plus(ImportFixture.KEEP_FOR).plusSeconds(1);
        RejectedRowStore laterStore = imports.rejectedRows(later);
        laterStore.save("new", 0, List.of(row(3)));

        laterStore.deleteExpired();

        assertThat(store.exist("old")).isFalse();
        assertThat(imports.keys.findKeyId("import old")).isEmpty();
        assertThat(imports.rejectedRows("new")).containsExactly(row(3));
    }
}
