package org.yiqiao.request.cases;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yiqiao.contracts.CaseEvent;
import org.yiqiao.contracts.CaseEvent.ResolutionVerified;
import org.yiqiao.contracts.CaseEvent.VerificationFailed;
import org.yiqiao.core.decider.Decision;
import org.yiqiao.core.decider.DecisionContext;
import org.yiqiao.core.decider.Rejection;

/**
 * Verifies the resolution of a case. The verifier is neither the handler nor the person that reported the resolution.
 *
 * <p>An unsolved case returns to its handler. If the handler has been relieved since, the case goes to the successor or
 * back to be dispatched.
 *
 * @param solved whether the problem is solved
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
        if (context.actor().equals(state.handling().handler())
                || context.actor().equals(state.past().latestResolver())) {
            return Rejection.forbidden("case.verifier-is-handler").toDecision();
        }
        if (solved) {
            return context.accept(new ResolutionVerified(context.actor()));
        }
        return reason == null || reason.isBlank()
                ? Rejection.invalid("case.no-reason").toDecision()
                : context.accept(Stream.concat(
                                Stream.of(new VerificationFailed(context.actor(), reason)),
                                HandOver.eventsFor(state, context.facts()).stream())
                        .toList());
    }
}
