package org.yiqiao.request.cases;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiqiao.contracts.ClosingBasis;
import org.yiqiao.contracts.Satisfaction;
import org.yiqiao.core.privacy.PersonalData;
import org.yiqiao.support.privacy.PersonalDataMask;

/**
 * One step in the handling of a case. A step stays in the history when a later step replaces its result.
 *
 * @param at time of the step; for a step that was recorded afterwards, the time of the closing
 * @param step type of the step
 * @param person pseudonymous id of the person that acted or, for a dispatch, of the new handler
 * @param formerHandler pseudonymous id of the handler that the step replaced
 * @param organization id of the social organization that the step concerns
 * @param reason reason that the command demanded
 * @param measures measures that the handler reported
 * @param basis basis of a closing
 * @param solved answer of the resident in a rating
 * @param satisfaction satisfaction of the resident in a rating
 */
public record HandlingStep(
        Instant at,
        HandlingStepType step,
        @Nullable String person,
        @Nullable String formerHandler,
        @Nullable String organization,
        @PersonalData @Nullable String reason,
        @PersonalData @Nullable String measures,
        @Nullable ClosingBasis basis,
        @Nullable Boolean solved,
        @Nullable Satisfaction satisfaction) {

    static HandlingStep ofPerson(Instant at, HandlingStepType step, @Nullable String person) {
        return new HandlingStep(at, step, person, null, null, null, null, null, null, null);
    }

    static HandlingStep ofOrganization(Instant at, HandlingStepType step, String organization) {
        return new HandlingStep(at, step, null, null, organization, null, null, null, null, null);
    }

    static HandlingStep ofClosing(Instant at, @Nullable ClosingBasis basis) {
        return new HandlingStep(at, HandlingStepType.CLOSED, null, null, null, null, null, basis, null, null);
    }

    static HandlingStep ofRating(Instant at, @Nullable Boolean solved, Satisfaction satisfaction) {
        return new HandlingStep(at, HandlingStepType.RATED, null, null, null, null, null, null, solved, satisfaction);
    }

    HandlingStep withFormerHandler(String newFormerHandler) {
        return new HandlingStep(
                at, step, person, newFormerHandler, organization, reason, measures, basis, solved, satisfaction);
    }

    HandlingStep withReason(@Nullable String newReason) {
        return new HandlingStep(
                at, step, person, formerHandler, organization, newReason, measures, basis, solved, satisfaction);
    }

    HandlingStep withMeasures(@Nullable String newMeasures) {
        return new HandlingStep(
                at, step, person, formerHandler, organization, reason, newMeasures, basis, solved, satisfaction);
    }

    /** @param placeCodes codes of the places of the case, which stay readable */
    HandlingStep masked(List<String> placeCodes) {
        return withReason(PersonalDataMask.maskContacts(reason, placeCodes::contains))
                .withMeasures(PersonalDataMask.maskContacts(measures, placeCodes::contains));
    }
}
