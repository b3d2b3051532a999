package org.yiqiao.request.cases;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yiqiao.contracts.CaseKind;
import org.yiqiao.core.privacy.PersonalData;
import org.yiqiao.support.privacy.PersonalDataMask;

/**
 * The handling of a case: its classification, handler, measures and helpers.
 *
 * @param caseKind kind of the case, which determines its handling
 * @param promisedFor the promised date of a committed case
 * @param grid code of the grid to which the case was dispatched
 * @param handler pseudonymous id of the handler, the chief of the grid
 * @param measures the measures taken, in the words of the handler
 * @param helpers ids of the social organizations that help
 */
public record CaseHandling(
        @Nullable CaseKind caseKind,
        @Nullable Instant promisedFor,
        @Nullable String grid,
        @Nullable String handler,
        @PersonalData @Nullable String measures,
        List<String> helpers) {

    static final CaseHandling NONE = new CaseHandling(null, null, null, null, null, List.of());

    CaseHandling withClassification(CaseKind newKind, @Nullable Instant newPromise) {
        return new CaseHandling(newKind, newPromise, grid, handler, measures, helpers);
    }

    CaseHandling withHandler(@Nullable String newGrid, @Nullable String newHandler) {
        return new CaseHandling(caseKind, promisedFor, newGrid, newHandler, null, helpers);
    }

    CaseHandling withSuccessor(String newGrid, String newHandler) {
        return new CaseHandling(caseKind, promisedFor, newGrid, newHandler, measures, helpers);
    }

    CaseHandling withMeasures(@Nullable String newMeasures) {
        return new CaseHandling(caseKind, promisedFor, grid, handler, newMeasures, helpers);
    }

    /** @param path codes of the places of the case, which are no contacts */
    CaseHandling masked(List<String> path) {
        return new CaseHandling(
                caseKind, promisedFor, grid, handler, PersonalDataMask.maskContacts(measures, path::contains), helpers);
    }

    CaseHandling withHelper(String helper) {
        return new CaseHandling(
                caseKind,
                promisedFor,
                grid,
                handler,
                measures,
                Stream.concat(helpers.stream(), Stream.of(helper)).distinct().toList());
    }

    CaseHandling withoutHelper(String helper) {
        return new CaseHandling(
                caseKind,
                promisedFor,
                grid,
                handler,
                measures,
                helpers.stream().filter(other -> !other.equals(helper)).toList());
    }
}
