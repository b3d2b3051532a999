package org.yiqiao.request.cases;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yiqiao.contracts.CaseKind;
import org.yiqiao.core.privacy.Personal;
import org.yiqiao.support.privacy.Mask;

/**
 * Who does what about it.
 *
 * @param grid whose chief is the handler
 * @param handler pseudonymous id of who has to handle it
 * @param measures what was done, in the handler's words
 * @param helpers ids of the social organizations that help
 */
public record Handling(
        @Nullable CaseKind caseKind,
        @Nullable Instant promisedFor,
        @Nullable String grid,
        @Nullable String handler,
        @Personal @Nullable String measures,
        List<String> helpers) {

    static final Handling NONE = new Handling(null, null, null, null, null, List.of());

    Handling classified(CaseKind kind, @Nullable Instant promised) {
        return new Handling(kind, promised, grid, handler, measures, helpers);
    }

    Handling by(@Nullable String itsGrid, @Nullable String itsHandler) {
        return new Handling(caseKind, promisedFor, itsGrid, itsHandler, null, helpers);
    }

    Handling done(@Nullable String what) {
        return new Handling(caseKind, promisedFor, grid, handler, what, helpers);
    }

    Handling masked() {
        return new Handling(caseKind, promisedFor, grid, handler, Mask.numbers(measures), helpers);
    }

    Handling with(String helper) {
        return new Handling(
                caseKind,
                promisedFor,
                grid,
                handler,
                measures,
                Stream.concat(helpers.stream(), Stream.of(helper)).distinct().toList());
    }

    Handling without(String helper) {
        return new Handling(
                caseKind,
                promisedFor,
                grid,
                handler,
                measures,
                helpers.stream().filter(other -> !other.equals(helper)).toList());
    }
}
