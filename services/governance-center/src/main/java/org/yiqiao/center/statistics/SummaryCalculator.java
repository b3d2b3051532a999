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

/** Measures any place in any period from the sheets of its days. */
@Component
class SummaryCalculator {

    private final DailyRequestTableCache sheets;
    private final CenterTerritory territory;

    SummaryCalculator(DailyRequestTableCache sheets, CenterTerritory territory) {
        this.sheets = sheets;
        this.territory = territory;
    }

    RequestSummary calculate(Place scope, Period period) {
        SummaryBuilder count = new SummaryBuilder(scope);
        sheets.forEachBetween(period.firstDay(), period.lastDay(), sheet -> count.add(sheet, period));
        return count.build(period, territory.map());
    }

    /** What has been counted of one place so far. */
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

        void add(DailyRequestTable sheet, Period period) {
            List<DailyRequestTable.RequestPlace> places = sheet.places();
            for (int i = 0; i < sheet.size(); i++) {
                DailyRequestTable.RequestPlace where = places.get(sheet.place().get(i));
                long requested = sheet.requested().get(i);
                if (isInScope(where) && period.contains(requested)) {
                    add(
                            where,
                            sheet.services().get(sheet.service().get(i)),
                            requested,
                            sheet.closed().get(i));
                }
            }
        }

        private void add(DailyRequestTable.RequestPlace where, String service, long requested, long closed) {
            all.add(requested, closed);
            byService.computeIfAbsent(service, any -> new RequestTally()).add(requested, closed);
            if (where.path().size() > depth + 1) {
                byChild.computeIfAbsent(where.path().get(depth + 1), any -> new RequestTally())
                        .add(requested, closed);
            }
            unrouted += where.path().isEmpty() ? 1 : 0;
        }

        private boolean isInScope(DailyRequestTable.RequestPlace where) {
            return where.path().isEmpty()
                    ? scope.level() == TerritoryLevel.TOWNSHIP
                            && where.township().equals(scope.code())
                    : where.path().size() > depth && where.path().get(depth).equals(scope.code());
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
