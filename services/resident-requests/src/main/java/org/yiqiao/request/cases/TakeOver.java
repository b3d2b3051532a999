package org.yiqiao.request.cases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiqiao.contracts.CaseEvent;
import org.yiqiao.contracts.CaseEvent.RequestClosed;
import org.yiqiao.contracts.CaseEvent.RequestSubmitted;
import org.yiqiao.contracts.Channel;
import org.yiqiao.contracts.ClosingBasis;
import org.yiqiao.contracts.Place;
import org.yiqiao.contracts.Point;
import org.yiqiao.core.decider.Automatic;
import org.yiqiao.core.decider.Context;
import org.yiqiao.core.decider.Creation;
import org.yiqiao.core.decider.Decision;
import org.yiqiao.core.decider.Occurrence;
import org.yiqiao.support.territory.TerritoryMap;

/** Takes over a request of another system with its history: what happened there keeps the times that it has there. */
@Automatic
public record TakeOver(
        String externalId,
        String service,
        @Nullable String serviceCode,
        String description,
        @Nullable String address,
        @Nullable Point location,
        Instant requestedAt,
        @Nullable Instant closedAt)
        implements Creation<CaseEvent, Neighbourhood> {

    @Override
    public Decision<CaseEvent> decide(Context<Neighbourhood> context) {
        TerritoryMap territory = context.facts().territory();
        List<Occurrence<CaseEvent>> history = new ArrayList<>();
        history.add(new Occurrence<>(
                new RequestSubmitted(
                        service,
                        serviceCode,
                        null,
                        Channel.OPEN311,
                        territory.nearestTownship(location).map(Place::code).orElse(null),
                        location == null ? List.of() : territory.locate(location),
                        externalId,
                        null,
                        null,
                        description,
                        address,
                        location),
                requestedAt));
        if (closedAt != null) {
            history.add(new Occurrence<>(new RequestClosed(ClosingBasis.IMPORTED), closedAt));
        }
        return new Decision.Accepted<>(history);
    }
}
