package org.yiqiao.bench.modulith.projection;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiqiao.bench.modulith.requests.RequestSubmitted;

/** Writes one row for each request. An event that is not newer than the row changes nothing. */
@Component
class RequestRowWriter {

    private static final String UPSERT = """
            insert into request_row (id, last_seq, service, kind, channel, lat, lon, requested_at)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (id) do update set last_seq = excluded.last_seq, service = excluded.service,
              kind = excluded.kind, channel = excluded.channel, lat = excluded.lat, lon = excluded.lon,
              requested_at = excluded.requested_at
            where request_row.last_seq < excluded.last_seq""";

    private final JdbcTemplate jdbc;

    RequestRowWriter(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @KafkaListener(topics = "${peer.topic}", groupId = "${peer.topic}.rows", batch = "true")
    @Transactional
    void upsertRows(List<RequestSubmitted> events) {
        jdbc.batchUpdate(UPSERT, events, events.size(), RequestRowWriter::setParameters);
    }

    private static void setParameters(PreparedStatement row, RequestSubmitted event) throws SQLException {
        row.setObject(1, UUID.fromString(event.id()));
        row.setLong(2, event.seq());
        row.setString(3, event.service());
        row.setString(4, event.kind());
        row.setString(5, event.channel());
        row.setObject(6, event.lat(), Types.DOUBLE);
        row.setObject(7, event.lon(), Types.DOUBLE);
        row.setTimestamp(8, Timestamp.from(event.requestedAt()));
    }
}
