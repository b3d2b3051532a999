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
import org.yiqiao.contracts.Point;
import org.yiqiao.core.decider.CreateCommand;
import org.yiqiao.core.decider.Decision;
import org.yiqiao.core.decider.DecisionContext;
import org.yiqiao.core.decider.NoGeneratedEndpoint;
import org.yiqiao.core.decider.TimestampedEvent;
import org.yiqiao.support.territory.NullIsland;

/**
 * Imports a request of another system with its history. The events keep the times of the other system.
 *
 * @param location the point 0,0 counts as no point
 * @param home scopes of the importing operator's posts; a request without a point belongs to their township
 */
@NoGeneratedEndpoint
public record ImportExternalRequest(
        String externalId,
        String service,
        @Nullable String serviceCode,
        String description,
        @Nullable String address,
        @Nullable Point location,
        Instant requestedAt,
        @Nullable Instant closedAt,
        List<String> home)
        implements CreateCommand<CaseEvent, CaseDecisionFacts> {

    public ImportExternalRequest(
            String externalId,
            String service,
            @Nullable String serviceCode,
            String description,
            @Nullable String address,
            @Nullable Point location,
            Instant requestedAt,
            @Nullable Instant closedAt) {
        this(externalId, service, serviceCode, description, address, location, requestedAt, closedAt, List.of());
    }

    /** Returns a copy that was imported by an operator with posts in these scopes. */
    public ImportExternalRequest withHome(List<String> scopes) {
        return new ImportExternalRequest(
                externalId, service, serviceCode, description, address, location, requestedAt, closedAt, scopes);
    }

    @Override
    public Decision<CaseEvent> decide(DecisionContext<CaseDecisionFacts> context) {
        Point point = NullIsland.toNull(location);
        return switch (Placement.of(point, home, context.facts())) {
            case Placement.TooFar tooFar -> tooFar.toRowRejection().toDecision();
            case Placement.Placed placed -> new Decision.Accepted<>(history(placed, point));
        };
    }

    private List<TimestampedEvent<CaseEvent>> history(Placement.Placed placed, @Nullable Point point) {
        List<TimestampedEvent<CaseEvent>> history = new ArrayList<>();
        history.add(new TimestampedEvent<>(
                new RequestSubmitted(
                        service,
                        serviceCode,
                        null,
                        IntakeChannel.OPEN311,
                        placed.township(),
                        placed.path(),
                        externalId,
                        null,
                        null,
                        description,
                        address,
                        point),
                requestedAt));
        if (closedAt != null) {
            history.add(new TimestampedEvent<>(new RequestClosed(ClosingBasis.IMPORTED), closedAt));
        }
        return history;
    }
}
