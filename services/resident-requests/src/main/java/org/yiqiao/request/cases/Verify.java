package org.yiqiao.request.cases;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.yiqiao.contracts.CaseEvent;
import org.yiqiao.contracts.CaseEvent.ResolutionVerified;
import org.yiqiao.contracts.CaseEvent.VerificationFailed;
import org.yiqiao.core.decider.Decision;
import org.yiqiao.core.decider.DecisionContext;
import org.yiqiao.core.decider.Rejection;

/**
 * Verifies the resolution of a case. The verifier differs from the handler; an unsolved case returns to its handler.
 *
 * @param reason why the case is not solved; required if it is not
 */
public record Verify(
        @NotNull Boolean solved, @Nullable @Size(max = 4000) String reason) implements CaseCommand {

    @Override
    public Decision<CaseEvent> decide(Case state, DecisionContext<CaseDecisionFacts> context) {
        if (state.stage() != CaseStage.RESOLVED) {
            return CaseCommand.wrongStage(state.stage()).toDecision();
        }
        if (context.isAnonymous()) {
            return Rejection.forbidden("actor.missing").toDecision();
        }
        if (context.actor().equals(state.handling().handler())) {
            return Rejection.forbidden("case.verifier-is-handler").toDecision();
        }
        if (solved) {
            return context.accept(new ResolutionVerified(context.actor()));
        }
        return reason == null || reason.isBlank()
                ? Rejection.invalid("case.no-reason").toDecision()
                : context.accept(new VerificationFailed(context.actor(), reason));
    }
}
