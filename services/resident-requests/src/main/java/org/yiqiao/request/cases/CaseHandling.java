package org.yiqiao.request.cases;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yiqiao.contracts.CaseKind;
import org.yiqiao.core.privacy.PersonalData;
import org.yiqiao.support.privacy.PersonalDataMask;

/**
 * Who does what about it.
 *
 * @param grid whose chief is the handler
 * @param handler pseudonymous id of who has to handle it
 * @param measures what was done, in the handler's words
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

    CaseHandling withClassification(CaseKind kind, @Nullable Instant promised) {
        return new CaseHandling(kind, promised, grid, handler, measures, helpers);
    }

    CaseHandling withHandler(@Nullable String itsGrid, @Nullable String itsHandler) {
        return new CaseHandling(caseKind, promisedFor, itsGrid, itsHandler, null, helpers);
    }

    CaseHandling withMeasures(@Nullable String what) {
        return new CaseHandling(caseKind, promisedFor, grid, handler, what, helpers);
    }

    CaseHandling masked() {
        return new CaseHandling(caseKind, promisedFor, grid, handler, PersonalDataMask.maskNumbers(measures), helpers);
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
