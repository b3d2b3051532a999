package org.yiqiao.center.measures;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.yiqiao.center.scopes.CenterTerritory;
import org.yiqiao.contracts.Level;
import org.yiqiao.contracts.Place;
import org.yiqiao.support.territory.TerritoryMap;

/** Measures any place in any period from the sheets of its days. */
@Component
class Summaries {

    private final DaySheets sheets;
    private final CenterTerritory territory;

    Summaries(DaySheets sheets, CenterTerritory territory) {
        this.sheets = sheets;
        this.territory = territory;
    }

    Summary of(Place scope, Period period) {
        Count count = new Count(scope);
        sheets.between(period.firstDay(), period.lastDay(), sheet -> count.add(sheet, period));
        return count.summary(period, territory.map());
    }

    /** What has been counted of one place so far. */
    private static final class Count {

        private final Place scope;
        private final int depth;
        private final Tally all = new Tally();
        private final Map<String, Tally> byService = new HashMap<>();
        private final Map<String, Tally> byChild = new HashMap<>();
        private long unrouted;

        Count(Place scope) {
            this.scope = scope;
            this.depth = switch (scope.level()) {
                case TOWNSHIP -> 0;
                case COMMUNITY -> 1;
                case GRID -> 2;
                case MICRO_GRID -> 3;
            };
        }

        void add(DaySheet sheet, Period period) {
            List<DaySheet.Where> places = sheet.places();
            for (int i = 0; i < sheet.size(); i++) {
                DaySheet.Where where = places.get(sheet.place().get(i));
                long requested = sheet.requested().get(i);
                if (isHere(where) && period.holds(requested)) {
                    add(
                            where,
                            sheet.services().get(sheet.service().get(i)),
                            requested,
                            sheet.closed().get(i));
                }
            }
        }

        private void add(DaySheet.Where where, String service, long requested, long closed) {
            all.add(requested, closed);
            byService.computeIfAbsent(service, any -> new Tally()).add(requested, closed);
            if (where.path().size() > depth + 1) {
                byChild.computeIfAbsent(where.path().get(depth + 1), any -> new Tally())
                        .add(requested, closed);
            }
            unrouted += where.path().isEmpty() ? 1 : 0;
        }

        private boolean isHere(DaySheet.Where where) {
            return where.path().isEmpty()
                    ? scope.level() == Level.TOWNSHIP && where.township().equals(scope.code())
                    : where.path().size() > depth && where.path().get(depth).equals(scope.code());
        }

        Summary summary(Period period, TerritoryMap map) {
            return new Summary(
                    scope.code(),
                    period.from(),
                    period.to(),
                    all.total(),
                    all.open(),
                    all.closed().count(),
                    unrouted,
                    byService.entrySet().stream()
                            .map(entry -> byService(entry.getKey(), entry.getValue()))
                            .sorted(Comparator.comparingLong(Summary.ByService::total)
                                    .reversed()
                                    .thenComparing(Summary.ByService::service))
                            .toList(),
                    map.children(scope.code()).stream()
                            .map(child -> child(child, byChild.getOrDefault(child.code(), new Tally())))
                            .toList());
        }

        private static Summary.ByService byService(String service, Tally tally) {
            Durations closed = tally.closed();
            return new Summary.ByService(
                    service, tally.total(), tally.open(), closed.count(), closed.hours(0.5), closed.hours(0.9));
        }

        private static Summary.Child child(Place place, Tally tally) {
            return new Summary.Child(
                    place.code(),
                    place.name(),
                    tally.total(),
                    tally.open(),
                    tally.closed().count());
        }
    }
}
