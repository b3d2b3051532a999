package org.yiqiao.request.cases;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.yiqiao.contracts.CaseEvent;
import org.yiqiao.contracts.CaseEvent.ResolutionReported;
import org.yiqiao.core.decider.Decision;
import org.yiqiao.core.decider.DecisionContext;

/**
 * Reports the measures that the handler took. Only the handler of an accepted case can issue this command.
 *
 * @param measures the measures taken, in the words of the handler
 */
public record Resolve(@NotBlank @Size(max = 4000) String measures) implements CaseCommand {

    @Override
    public Decision<CaseEvent> decide(Case state, DecisionContext<CaseDecisionFacts> context) {
        if (state.stage() != CaseStage.ACCEPTED) {
            return CaseCommand.wrongStage(state.stage()).toDecision();
        }
        return context.actor().equals(state.handling().handler())
                ? context.accept(new ResolutionReported(context.actor(), measures))
                : CaseCommand.notHandler(context).toDecision();
    }
}
