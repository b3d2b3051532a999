package org.yiqiao.request.cases;

import com.fasterxml.jackson.annotation.JsonAlias;
import jakarta.validation.constraints.NotBlank;
import java.util.List;
import org.yiqiao.contracts.CaseEvent;
import org.yiqiao.contracts.CaseEvent.RequestRouted;
import org.yiqiao.contracts.RoutingMethod;
import org.yiqiao.core.decider.Decision;
import org.yiqiao.core.decider.DecisionContext;
import org.yiqiao.core.decider.Rejection;

/**
 * Routes a request by hand or corrects its route. Rejected from dispatch until closing, while a handler is in charge.
 *
 * @param place code of a place of any level; {@code scope} is its former name
 */
public record Route(@JsonAlias("scope") @NotBlank String place) implements CaseCommand {

    @Override
    public Decision<CaseEvent> decide(Case state, DecisionContext<CaseDecisionFacts> context) {
        List<String> path = context.facts().territory().path(place);
        if (path.isEmpty()) {
            return Rejection.invalid("place.unknown").withDetail("place", place).toDecision();
        }
        if (path.equals(state.whereabouts().path())) {
            return context.acceptWithoutEvents();
        }
        return switch (state.stage()) {
            case SUBMITTED, CLASSIFIED, CLOSED ->
                context.accept(new RequestRouted(path.getFirst(), path, RoutingMethod.BY_HAND));
            case DISPATCHED, ACCEPTED, RESOLVED, VERIFIED ->
                CaseCommand.wrongStage(state.stage()).toDecision();
        };
    }
}
