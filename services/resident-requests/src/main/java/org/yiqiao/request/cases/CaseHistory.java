package org.yiqiao.request.cases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The steps in the handling of a case, oldest first. The history grows only: no later step removes an earlier one.
 *
 * <p>The closing of an imported case becomes a step when the case is reopened, so that a large import stores nothing
 * twice.
 *
 * @param history the steps, oldest first
 */
public record CaseHistory(List<HandlingStep> history) {

    static final CaseHistory EMPTY = new CaseHistory(List.of());

    CaseHistory with(HandlingStep step) {
        return new CaseHistory(Stream.concat(history.stream(), Stream.of(step)).toList());
    }

    /**
     * Returns the history with the closing that a reopening is about to replace. It adds the steps of the current round
     * that are missing, because the case was imported or stored before histories existed.
     */
    CaseHistory withRoundOf(CaseHandling handling, CaseOutcome ending) {
        Instant closedAt = ending.closedAt();
        Set<HandlingStepType> known = stepsSinceReopening();
        if (closedAt == null) {
            return this;
        }
        List<HandlingStep> missing = new ArrayList<>();
        if (handling.handler() != null && !known.contains(HandlingStepType.RESOLVED)) {
            missing.add(HandlingStep.ofPerson(closedAt, HandlingStepType.RESOLVED, handling.handler())
                    .withMeasures(handling.measures()));
        }
        if (ending.verifier() != null && !known.contains(HandlingStepType.VERIFIED)) {
            missing.add(HandlingStep.ofPerson(closedAt, HandlingStepType.VERIFIED, ending.verifier()));
        }
        if (!known.contains(HandlingStepType.CLOSED)) {
            missing.add(HandlingStep.ofClosing(closedAt, ending.basis()));
        }
        if (ending.satisfaction() != null && !known.contains(HandlingStepType.RATED)) {
            missing.add(HandlingStep.ofRating(closedAt, ending.solved(), ending.satisfaction()));
        }
        return new CaseHistory(Stream.concat(history.stream(), missing.stream()).toList());
    }

    /** Returns the pseudonymous id of the person that reported the latest resolution; null if none is recorded. */
    @Nullable
    String latestResolver() {
        return history.stream()
                .filter(step -> step.step() == HandlingStepType.RESOLVED)
                .reduce((earlier, later) -> later)
                .map(HandlingStep::person)
                .orElse(null);
    }

    /** @param placeCodes codes of the places of the case, which stay readable */
    CaseHistory masked(List<String> placeCodes) {
        return new CaseHistory(
                history.stream().map(step -> step.masked(placeCodes)).toList());
    }

    private Set<HandlingStepType> stepsSinceReopening() {
        Set<HandlingStepType> types = EnumSet.noneOf(HandlingStepType.class);
        for (HandlingStep step : history) {
            if (step.step() == HandlingStepType.REOPENED) {
                types.clear();
            } else {
                types.add(step.step());
            }
        }
        return types;
    }
}
