package org.yiqiao.request.cases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiqiao.contracts.CaseEvent;
import org.yiqiao.contracts.CaseEvent.RequestClosed;
import org.yiqiao.contracts.CaseEvent.RequestSubmitted;
import org.yiqiao.contracts.ClosingBasis;
import org.yiqiao.contracts.IntakeChannel;
import org.yiqiao.contracts.Place;
import org.yiqiao.contracts.Point;
import org.yiqiao.core.decider.CreateCommand;
import org.yiqiao.core.decider.Decision;
import org.yiqiao.core.decider.DecisionContext;
import org.yiqiao.core.decider.NoGeneratedEndpoint;
import org.yiqiao.core.decider.TimestampedEvent;
import org.yiqiao.support.territory.TerritoryMap;

/** Imports a request of another system with its history. The events keep the times of the other system. */
@NoGeneratedEndpoint
public record ImportExternalRequest(
        String externalId,
        String service,
        @Nullable String serviceCode,
        String description,
        @Nullable String address,
        @Nullable Point location,
        Instant requestedAt,
        @Nullable Instant closedAt)
        implements CreateCommand<CaseEvent, CaseDecisionFacts> {

    @Override
    public Decision<CaseEvent> decide(DecisionContext<CaseDecisionFacts> context) {
        TerritoryMap territory = context.facts().territory();
        List<TimestampedEvent<CaseEvent>> history = new ArrayList<>();
        history.add(new TimestampedEvent<>(
                new RequestSubmitted(
                        service,
                        serviceCode,
                        null,
                        IntakeChannel.OPEN311,
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
            history.add(new TimestampedEvent<>(new RequestClosed(ClosingBasis.IMPORTED), closedAt));
        }
        return new Decision.Accepted<>(history);
    }
}
