package org.yiqiao.request.cases;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yiqiao.contracts.CaseEvent;
import org.yiqiao.contracts.CaseEvent.RequestClassified;
import org.yiqiao.contracts.CaseKind;
import org.yiqiao.contracts.RequestKind;
import org.yiqiao.core.decider.Decision;
import org.yiqiao.core.decider.DecisionContext;
import org.yiqiao.core.decider.Rejection;

/**
 * Opens a case: sets the kind of the request and the kind of the case, which determines its handling. The
 * classification can change until dispatch; a repeated classification with the same values does nothing.
 *
 * @param kind kind of the request
 * @param caseKind kind of the case
 * @param promisedFor the promised date; required for a committed case, rejected for every other kind. The
 *     policy sets the latest date.
 */
public record Classify(
        @NotNull RequestKind kind,
        @NotNull CaseKind caseKind,
        @Nullable Instant promisedFor) implements CaseCommand {

    @Override
    public Decision<CaseEvent> decide(Case state, DecisionContext<CaseDecisionFacts> context) {
        if ((caseKind == CaseKind.COMMITTED) != (promisedFor != null)) {
            return Rejection.invalid("case.promise").toDecision();
        }
        if (state.stage() == CaseStage.CLASSIFIED && isClassificationOf(state)) {
            return context.acceptWithoutEvents();
        }
        if (promisedFor != null && !promisedFor.isAfter(context.now())) {
            return Rejection.invalid("case.promise-past").toDecision();
        }
        Instant latest = context.facts().policy().latestPromise(context.now());
        if (promisedFor != null && promisedFor.isAfter(latest)) {
            return Rejection.invalid("case.promise-too-late")
                    .withDetail("latest", latest)
                    .toDecision();
        }
        return switch (state.stage()) {
            case SUBMITTED, CLASSIFIED -> context.accept(new RequestClassified(kind, caseKind, promisedFor));
            case DISPATCHED, ACCEPTED, RESOLVED, VERIFIED, CLOSED ->
                CaseCommand.wrongStage(state.stage()).toDecision();
        };
    }

    private boolean isClassificationOf(Case state) {
        return kind == state.need().kind()
                && caseKind == state.handling().caseKind()
                && Objects.equals(promisedFor, state.handling().promisedFor());
    }
}
