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
import org.yiqiao.support.territory.TerritoryMap;

/**
 * Imports a request of another system with its history. The events keep the times of the other system.
 *
 * @param location the point 0,0 counts as no point
 * @param placeCode code of the place of the request, for a request without a point; null if unknown
 * @param laterStatuses statuses that follow in the same file, in its order
 * @param home scopes of the importing operator's posts; a request without a point and without a known place code
 *     belongs to their township
 */
@NoGeneratedEndpoint
public record ImportExternalRequest(
        String externalId,
        String service,
        @Nullable String serviceCode,
        String description,
        @Nullable String address,
        @Nullable Point location,
        @Nullable String placeCode,
        Instant requestedAt,
        @Nullable Instant closedAt,
        List<SourceStatus> laterStatuses,
        List<String> home)
        implements CreateCommand<CaseEvent, CaseDecisionFacts> {

    /** Creates the import of a request without a place code, without later statuses and without a home. */
    public ImportExternalRequest(
            String externalId,
            String service,
            @Nullable String serviceCode,
            String description,
            @Nullable String address,
            @Nullable Point location,
            Instant requestedAt,
            @Nullable Instant closedAt) {
        this(
                externalId,
                service,
                serviceCode,
                description,
                address,
                location,
                null,
                requestedAt,
                closedAt,
                List.of(),
                List.of());
    }

    /** Returns a copy that was imported by an operator with posts in these scopes. */
    public ImportExternalRequest withHome(List<String> scopes) {
        return new ImportExternalRequest(
                externalId,
                service,
                serviceCode,
                description,
                address,
                location,
                placeCode,
                requestedAt,
                closedAt,
                laterStatuses,
                scopes);
    }

    @Override
    public Decision<CaseEvent> decide(DecisionContext<CaseDecisionFacts> context) {
        return switch (Placement.of(NullIsland.toNull(location), home, context.facts())) {
            case Placement.TooFar tooFar -> tooFar.toRowRejection().toDecision();
            case Placement.Placed placed ->
                new Decision.Accepted<>(
                        history(byPlaceCode(placed, context.facts().territory())));
        };
    }

    /** Returns the effect of each of the later statuses. */
    public List<SourceUpdate.Effect> laterEffects() {
        return laterUpdate(firstStatus(new Placement.Placed(null, List.of()))).effects();
    }

    private Placement.Placed byPlaceCode(Placement.Placed placed, TerritoryMap territory) {
        if (placeCode == null || NullIsland.toNull(location) != null) {
            return placed;
        }
        List<String> path = territory.path(placeCode);
        return path.isEmpty() ? placed : new Placement.Placed(path.getFirst(), path);
    }

    private List<TimestampedEvent<CaseEvent>> history(Placement.Placed placed) {
        List<TimestampedEvent<CaseEvent>> history = new ArrayList<>(firstStatus(placed));
        history.addAll(laterUpdate(history).events());
        return List.copyOf(history);
    }

    private SourceUpdate laterUpdate(List<TimestampedEvent<CaseEvent>> history) {
        Case state = Case.evolve(null, history.getFirst());
        for (TimestampedEvent<CaseEvent> event : history.subList(1, history.size())) {
            state = Case.evolve(state, event);
        }
        return new UpdateFromSource(requestedAt, laterStatuses).applyTo(state);
    }

    private List<TimestampedEvent<CaseEvent>> firstStatus(Placement.Placed placed) {
        TimestampedEvent<CaseEvent> submission = new TimestampedEvent<>(submission(placed), requestedAt);
        return closedAt == null
                ? List.of(submission)
                : List.of(submission, new TimestampedEvent<>(new RequestClosed(ClosingBasis.IMPORTED), closedAt));
    }

    private RequestSubmitted submission(Placement.Placed placed) {
        return new RequestSubmitted(
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
                NullIsland.toNull(location));
    }
}
