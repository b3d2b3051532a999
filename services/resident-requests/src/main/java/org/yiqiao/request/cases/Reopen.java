package org.yiqiao.request.cases;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.yiqiao.contracts.CaseEvent;
import org.yiqiao.contracts.CaseEvent.RequestReopened;
import org.yiqiao.core.decider.Decision;
import org.yiqiao.core.decider.DecisionContext;

/**
 * Reopens a closed case (重办). The reopened case needs a new dispatch and keeps its history.
 *
 * @param reason why the case is reopened
 */
public record Reopen(@NotBlank @Size(max = 4000) String reason) implements CaseCommand {

    @Override
    public Decision<CaseEvent> decide(Case state, DecisionContext<CaseDecisionFacts> context) {
        return state.stage() == CaseStage.CLOSED
                ? context.accept(new RequestReopened(state.ending().reopened() + 1, reason))
                : CaseCommand.wrongStage(state.stage()).toDecision();
    }
}
