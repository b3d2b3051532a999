package org.yiqiao.request.cases;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yiqiao.contracts.CaseEvent;
import org.yiqiao.contracts.CaseEvent.RequestSubmitted;
import org.yiqiao.contracts.Channel;
import org.yiqiao.contracts.Place;
import org.yiqiao.contracts.Point;
import org.yiqiao.contracts.RequestKind;
import org.yiqiao.core.decider.Automatic;
import org.yiqiao.core.decider.Context;
import org.yiqiao.core.decider.Creation;
import org.yiqiao.core.decider.Decision;
import org.yiqiao.core.decider.Rejection;
import org.yiqiao.support.privacy.ServiceName;
import org.yiqiao.support.territory.TerritoryMap;

/** Takes a request in and routes it by its point; without a point, or outside of every township, it stays unrouted. */
@Automatic
public record Submit(
        String service,
        @Nullable RequestKind kind,
        Channel channel,
        @Nullable String requester,
        @Nullable String client,
        String description,
        @Nullable String address,
        @Nullable Point location)
        implements Creation<CaseEvent, Neighbourhood> {

    @Override
    public Decision<CaseEvent> decide(Context<Neighbourhood> context) {
        Optional<Rejection> fault = ServiceName.fault(service);
        if (fault.isPresent()) {
            return fault.get().decided();
        }
        if (location == null && (address == null || address.isBlank())) {
            return Rejection.invalid("request.no-place").decided();
        }
        TerritoryMap territory = context.facts().territory();
        List<String> path = location == null ? List.of() : territory.locate(location);
        return context.accept(new RequestSubmitted(
                service,
                null,
                kind,
                channel,
                territory.nearestTownship(location).map(Place::code).orElse(null),
                path,
                null,
                requester,
                client,
                description,
                address,
                location));
    }
}
