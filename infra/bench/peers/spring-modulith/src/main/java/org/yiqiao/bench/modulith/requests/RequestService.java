package org.yiqiao.bench.modulith.requests;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes a request and the publication of its event in one transaction. */
@Service
class RequestService {

    private static final String INSERT = """
            insert into request (id, version, stage, service, kind, channel, description, address, lat, lon, requested_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    /** Time-ordered ids like Yiqiao's, which suit indexes. */
    private static final NoArgGenerator IDS = Generators.timeBasedEpochRandomGenerator();

    private final JdbcTemplate jdbc;
    private final ApplicationEventPublisher events;

    RequestService(JdbcTemplate jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    @Transactional
    RequestView submit(RequestSubmission submission) {
        RequestView request = new RequestView(
                IDS.generate().toString(),
                1,
                "SUBMITTED",
                submission.service(),
                submission.kind(),
                Objects.requireNonNullElse(submission.channel(), RequestSubmission.Channel.WEB),
                submission.description(),
                submission.address(),
                submission.location(),
                Instant.now().truncatedTo(ChronoUnit.MILLIS));
        RequestSubmission.Location location = request.location();
        Double lat = location == null ? null : location.lat();
        Double lon = location == null ? null : location.lon();
        jdbc.update(
                INSERT,
                UUID.fromString(request.id()),
                request.version(),
                request.stage(),
                request.service(),
                name(request.kind()),
                request.channel().name(),
                request.description(),
                request.address(),
                lat,
                lon,
                Timestamp.from(request.requestedAt()));
        events.publishEvent(new RequestSubmitted(
                request.id(),
                request.version(),
                request.service(),
                name(request.kind()),
                request.channel().name(),
                lat,
                lon,
                request.requestedAt()));
        return request;
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }
}
