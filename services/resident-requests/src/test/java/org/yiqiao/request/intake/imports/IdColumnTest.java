package org.yiqiao.request.intake.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IdColumnTest {

    private static @Nullable IdColumn find(String... header) {
        return IdColumn.find(
                new FileFormat("csv", null, null, null, "open311", 1, List.of(header), List.of()),
                BuiltInMappings.OPEN311);
    }

    @Test
    void everyFormOfTheSameIdHasTheSameHash() {
        assertThat(IdColumn.hash("330109106004001001"))
                .isEqualTo(IdColumn.hash(" 330109106004001001 "))
                .isEqualTo(IdColumn.hash("'330109106004001001"))
                .isEqualTo(IdColumn.hash("=\"330109106004001001\""))
                .isNotEqualTo(IdColumn.hash("330109106004001002"));
    }

    @Test
    void columnIsFoundInAnyCaseAndPlace() {
        assertThat(find("status", " Service_Request_ID ")).isEqualTo(new IdColumn(1));
    }

    @Test
    void ambiguousOrMissingColumnIsNotUsed() {
        assertThat(find("service_request_id", "SERVICE_REQUEST_ID")).isNull();
        assertThat(find("status")).isNull();
    }

    @Test
    void shortRowHasAHash() {
        assertThat(new IdColumn(2).hash(FileRecord.readable(3, List.of("a")))).isZero();
    }
}
