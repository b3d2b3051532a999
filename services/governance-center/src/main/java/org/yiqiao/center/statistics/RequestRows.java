package org.yiqiao.center.statistics;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiqiao.center.live.ChangeTracker;
import org.yiqiao.contracts.CaseEvent;
import org.yiqiao.contracts.CaseEvent.RequestClosed;
import org.yiqiao.contracts.CaseEvent.RequestReopened;
import org.yiqiao.contracts.CaseEvent.RequestRouted;
import org.yiqiao.contracts.CaseEvent.RequestSubmitted;
import org.yiqiao.core.envelope.EventEnvelope;
import org.yiqiao.core.processing.Projection;
import org.yiqiao.core.processing.Row;

/** One row for each request; when rows change, their days are marked, and whoever reads figures next makes their sheets anew. */
@Component
public class RequestRows implements Projection<CaseEvent, MeasuredRequest> {

    private final DailyRequestTableCache sheets;
    private final ChangeTracker live;

    RequestRows(DailyRequestTableCache sheets, ChangeTracker live) {
        this.sheets = sheets;
        this.live = live;
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
    public void updateDerivedData(List<Row<MeasuredRequest>> touched) {
        sheets.markChanged(touched.stream()
                .map(Row::content)
                .filter(Objects::nonNull)
                .map(MeasuredRequest::day)
                .collect(Collectors.toSet()));
        live.countChanges(touched.size(), placesOf(touched));
    }

    private static Set<String> placesOf(List<Row<MeasuredRequest>> touched) {
        return touched.stream()
                .map(Row::content)
                .filter(Objects::nonNull)
                .flatMap(row -> row.path().isEmpty() ? Stream.ofNullable(row.township()) : row.path().stream())
                .collect(Collectors.toSet());
    }
}
