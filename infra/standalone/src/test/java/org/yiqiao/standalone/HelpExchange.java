package org.yiqiao.standalone;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.yiqiao.contracts.CaseEvent;
import org.yiqiao.contracts.HelpEvent;
import org.yiqiao.organization.help.Help;
import org.yiqiao.organization.replicas.KnownRequests.RequestStatus;
import org.yiqiao.request.cases.Case;

/**
 * A request in both services, and the events between them.
 *
 * @param request the status of the request in the replica of social organizations
 * @param toCase events of the help that the case has not processed
 * @param toHelp events of the case that the help has not processed
 * @param left steps that have not happened
 * @param repeatedToCase the last event that the case processed, which can be delivered again
 * @param repeatable whether social organizations can process its last events once more
 * @param unnotified whether the replica has changed since the help was notified
 * @param caseSeq sequence number of the last event of the case
 * @param claimedAnew whether the help was claimed with the knowledge of the reopening, and not withdrawn or closed
 */
record HelpExchange(
        Case state,
        Help help,
        RequestStatus request,
        List<HelpEvent> toCase,
        List<CaseEvent> toHelp,
        Set<Step> left,
        @Nullable HelpEvent repeatedToCase,
        boolean repeatable,
        boolean unnotified,
        int caseSeq,
        boolean claimedAnew) {

    /** A step of a person. */
    enum Step {
        CLAIM_BY_FIRST,
        CLAIM_BY_SECOND,
        WITHDRAW,
        CLAIM_AGAIN_BY_FIRST,
        CLOSE,
        REOPEN_AND_VERIFY,
        CLOSE_AGAIN
    }

    /** Returns a copy with a change. */
    HelpExchange with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return new HelpExchange(
                draft.state,
                draft.help,
                draft.request,
                draft.toCase,
                draft.toHelp,
                draft.left,
                draft.repeatedToCase,
                draft.repeatable,
                draft.unnotified,
                draft.caseSeq,
                draft.claimedAnew);
    }

    /** A copy that can be changed. */
    static final class Draft {

        Case state;
        Help help;
        RequestStatus request;
        List<HelpEvent> toCase;
        List<CaseEvent> toHelp;
        Set<Step> left;

        @Nullable
        HelpEvent repeatedToCase;

        boolean repeatable;
        boolean unnotified;
        int caseSeq;
        boolean claimedAnew;

        private Draft(HelpExchange original) {
            state = original.state();
            help = original.help();
            request = original.request();
            toCase = original.toCase();
            toHelp = original.toHelp();
            left = original.left();
            repeatedToCase = original.repeatedToCase();
            repeatable = original.repeatable();
            unnotified = original.unnotified();
            caseSeq = original.caseSeq();
            claimedAnew = original.claimedAnew();
        }
    }
}
