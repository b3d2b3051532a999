package org.yiqiao.center.measures;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiqiao.center.live.LiveFeed;
import org.yiqiao.contracts.CaseEvent;
import org.yiqiao.contracts.CaseEvent.RequestClosed;
import org.yiqiao.contracts.CaseEvent.RequestReopened;
import org.yiqiao.contracts.CaseEvent.RequestRouted;
import org.yiqiao.contracts.CaseEvent.RequestSubmitted;
import org.yiqiao.core.envelope.Envelope;
import org.yiqiao.core.feed.Projection;
import org.yiqiao.core.feed.Row;

/** One row for each request; when rows change, their days are marked, and whoever reads figures next makes their sheets anew. */
@Component
public class RequestRows implements Projection<CaseEvent, RequestRow> {

    private final DaySheets sheets;
    private final LiveFeed live;

    RequestRows(DaySheets sheets, LiveFeed live) {
        this.sheets = sheets;
        this.live = live;
    }

    @Override
    public Class<CaseEvent> events() {
        return CaseEvent.class;
    }

    @Override
    public Class<RequestRow> row() {
        return RequestRow.class;
    }

    @Override
    public List<String> indexes() {
        return List.of("day");
    }

    @Override
    public @Nullable RequestRow apply(@Nullable RequestRow row, Envelope<? extends CaseEvent> event) {
        if (event.event() instanceof RequestSubmitted submitted) {
            return new RequestRow(submitted.service(), submitted.township(), submitted.path(), event.time());
        }
        return row == null
                ? null
                : switch (event.event()) {
                    case RequestRouted(var township, var path, var by) -> row.routed(township, path);
                    case RequestClosed closed -> row.closed(event.time());
                    case RequestReopened reopened -> row.closed(null);
                    default -> row;
                };
    }

    @Override
    public void settle(List<Row<RequestRow>> touched) {
        sheets.mark(touched.stream()
                .map(Row::content)
                .filter(Objects::nonNull)
                .map(RequestRow::day)
                .collect(Collectors.toSet()));
        live.applied(touched.size(), places(touched));
    }

    private static Set<String> places(List<Row<RequestRow>> touched) {
        return touched.stream()
                .map(Row::content)
                .filter(Objects::nonNull)
                .flatMap(row -> row.path().isEmpty() ? Stream.ofNullable(row.township()) : row.path().stream())
                .collect(Collectors.toSet());
    }
}
