package org.yiqiao.center.statistics;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.yiqiao.center.scopes.CenterTerritory;
import org.yiqiao.contracts.Place;
import org.yiqiao.contracts.TerritoryLevel;
import org.yiqiao.support.territory.TerritoryMap;

/** Calculates the summary of any place and period from the daily tables. */
@Component
class SummaryCalculator {

    private final DailyRequestTableCache tables;
    private final CenterTerritory territory;

    SummaryCalculator(DailyRequestTableCache tables, CenterTerritory territory) {
        this.tables = tables;
        this.territory = territory;
    }

    RequestSummary calculate(Place scope, Period period) {
        SummaryBuilder summary = new SummaryBuilder(scope);
        tables.forEachBetween(period.firstDay(), period.lastDay(), table -> summary.add(table, period));
        return summary.build(period, territory.map());
    }

    /** Accumulates the figures of one place. */
    private static final class SummaryBuilder {

        private final Place scope;
        private final int depth;
        private final RequestTally all = new RequestTally();
        private final Map<String, RequestTally> byService = new HashMap<>();
        private final Map<String, RequestTally> byChild = new HashMap<>();
        private long unrouted;

        SummaryBuilder(Place scope) {
            this.scope = scope;
            this.depth = switch (scope.level()) {
                case TOWNSHIP -> 0;
                case COMMUNITY -> 1;
                case GRID -> 2;
                case MICRO_GRID -> 3;
            };
        }

        void add(DailyRequestTable table, Period period) {
            List<DailyRequestTable.RequestPlace> places = table.places();
            for (int i = 0; i < table.size(); i++) {
                DailyRequestTable.RequestPlace place = places.get(table.place().get(i));
                long requested = table.requested().get(i);
                if (isInScope(place) && period.contains(requested)) {
                    add(
                            place,
                            table.services().get(table.service().get(i)),
                            requested,
                            table.closed().get(i));
                }
            }
        }

        private void add(DailyRequestTable.RequestPlace place, String service, long requested, long closed) {
            all.add(requested, closed);
            byService.computeIfAbsent(service, any -> new RequestTally()).add(requested, closed);
            if (place.path().size() > depth + 1) {
                byChild.computeIfAbsent(place.path().get(depth + 1), any -> new RequestTally())
                        .add(requested, closed);
            }
            unrouted += isUnrouted(place) ? 1 : 0;
        }

        /** Returns whether the place lacks the level below the scope. Micro-grids are optional. */
        private boolean isUnrouted(DailyRequestTable.RequestPlace place) {
            return switch (scope.level()) {
                case TOWNSHIP, COMMUNITY -> place.path().size() <= depth + 1;
                case GRID, MICRO_GRID -> false;
            };
        }

        private boolean isInScope(DailyRequestTable.RequestPlace place) {
            return place.path().isEmpty()
                    ? scope.level() == TerritoryLevel.TOWNSHIP
                            && place.township().equals(scope.code())
                    : place.path().size() > depth && place.path().get(depth).equals(scope.code());
        }

        RequestSummary build(Period period, TerritoryMap map) {
            return new RequestSummary(
                    scope.code(),
                    period.from(),
                    period.to(),
                    all.total(),
                    all.open(),
                    all.closedDurations().count(),
                    unrouted,
                    byService.entrySet().stream()
                            .map(entry -> toServiceSummary(entry.getKey(), entry.getValue()))
                            .sorted(Comparator.comparingLong(RequestSummary.ServiceSummary::total)
                                    .reversed()
                                    .thenComparing(RequestSummary.ServiceSummary::service))
                            .toList(),
                    map.children(scope.code()).stream()
                            .map(child -> toChildSummary(child, byChild.getOrDefault(child.code(), new RequestTally())))
                            .toList());
        }

        private static RequestSummary.ServiceSummary toServiceSummary(String service, RequestTally tally) {
            DurationStatistics closed = tally.closedDurations();
            return new RequestSummary.ServiceSummary(
                    service,
                    tally.total(),
                    tally.open(),
                    closed.count(),
                    closed.quantileInHours(0.5),
                    closed.quantileInHours(0.9));
        }

        private static RequestSummary.ChildSummary toChildSummary(Place place, RequestTally tally) {
            return new RequestSummary.ChildSummary(
                    place.code(),
                    place.name(),
                    tally.total(),
                    tally.open(),
                    tally.closedDurations().count());
        }
    }
}
