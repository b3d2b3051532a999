package org.yiqiao.center.statistics;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiqiao.center.live.ChangedPlaceCollector;
import org.yiqiao.contracts.CaseEvent;
import org.yiqiao.contracts.CaseEvent.RequestClosed;
import org.yiqiao.contracts.CaseEvent.RequestReopened;
import org.yiqiao.contracts.CaseEvent.RequestRouted;
import org.yiqiao.contracts.CaseEvent.RequestSubmitted;
import org.yiqiao.core.envelope.EventEnvelope;
import org.yiqiao.core.processing.Projection;
import org.yiqiao.core.processing.ProjectionRow;

/**
 * A projection with one row for each request. When rows change, it marks their days as changed, and the next reader of
 * figures rebuilds the tables of these days.
 */
@Component
public class RequestRows implements Projection<CaseEvent, MeasuredRequest> {

    private final DailyRequestTableCache tables;
    private final ChangedPlaceCollector changeTracker;

    RequestRows(DailyRequestTableCache tables, ChangedPlaceCollector changeTracker) {
        this.tables = tables;
        this.changeTracker = changeTracker;
    }

    @Override
    public Class<CaseEvent> eventClass() {
        return CaseEvent.class;
    }

    @Override
    public Class<MeasuredRequest> rowClass() {
        return MeasuredRequest.class;
    }

    @Override
    public List<String> indexedFields() {
        return List.of("day");
    }

    @Override
    public @Nullable MeasuredRequest apply(@Nullable MeasuredRequest row, EventEnvelope<? extends CaseEvent> event) {
        if (event.event() instanceof RequestSubmitted submitted) {
            return new MeasuredRequest(submitted.service(), submitted.township(), submitted.path(), event.time());
        }
        return row == null
                ? null
                : switch (event.event()) {
                    case RequestRouted(var township, var path, var by) -> row.withPlace(township, path);
                    case RequestClosed closed -> row.withClosedAt(event.time());
                    case RequestReopened reopened -> row.withClosedAt(null);
                    default -> row;
                };
    }

    @Override
    public void updateDerivedData(List<ProjectionRow<MeasuredRequest>> changedRows) {
        tables.markChanged(changedRows.stream()
                .map(ProjectionRow::content)
                .filter(Objects::nonNull)
                .map(MeasuredRequest::day)
                .collect(Collectors.toSet()));
        changeTracker.recordChanges(changedRows.size(), placesOf(changedRows));
    }

    private static Set<String> placesOf(List<ProjectionRow<MeasuredRequest>> changedRows) {
        return changedRows.stream()
                .map(ProjectionRow::content)
                .filter(Objects::nonNull)
                .flatMap(row -> row.path().isEmpty() ? Stream.ofNullable(row.township()) : row.path().stream())
                .collect(Collectors.toSet());
    }
}
