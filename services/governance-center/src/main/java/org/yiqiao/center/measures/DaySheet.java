package org.yiqiao.center.measures;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.yiqiao.core.feed.Row;

/**
 * All requests of one UTC day in columns, so that any period of any place is measured exactly from a few documents.
 * Row {@code i} of the day is {@code requested[i], closed[i], service[i], place[i]}.
 *
 * @param services names that {@code service} points into
 * @param places that {@code place} points into
 * @param requested milliseconds since 1970
 * @param closed milliseconds since 1970, or {@link #OPEN}
 */
public record DaySheet(
        List<String> services,
        List<Where> places,
        List<Long> requested,
        List<Long> closed,
        List<Integer> service,
        List<Integer> place) {

    static final long OPEN = Long.MIN_VALUE;

    /** Where requests count: their township, and their path unless they are unrouted. */
    public record Where(String township, List<String> path) {}

    static DaySheet of(List<Row<RequestRow>> day) {
        Map<String, Integer> services = new LinkedHashMap<>();
        Map<Where, Integer> places = new LinkedHashMap<>();
        DaySheet sheet = new DaySheet(
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>());
        for (Row<RequestRow> row : day) {
            RequestRow request = Objects.requireNonNull(row.content());
            Where where = new Where(Objects.requireNonNullElse(request.township(), ""), request.path());
            sheet.requested.add(request.requestedAt().toEpochMilli());
            sheet.closed.add(
                    request.closedAt() == null ? OPEN : request.closedAt().toEpochMilli());
            sheet.service.add(services.computeIfAbsent(request.service(), any -> services.size()));
            sheet.place.add(places.computeIfAbsent(where, any -> places.size()));
        }
        sheet.services.addAll(services.keySet());
        sheet.places.addAll(places.keySet());
        return sheet;
    }
}
