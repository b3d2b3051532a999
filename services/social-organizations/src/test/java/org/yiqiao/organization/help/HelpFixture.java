package org.yiqiao.organization.help;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yiqiao.contracts.HelpEvent;
import org.yiqiao.contracts.RequestKind;
import org.yiqiao.core.test.AggregateTestScenario;
import org.yiqiao.organization.replicas.EndedHelp;
import org.yiqiao.organization.replicas.KnownRequest;
import org.yiqiao.organization.replicas.KnownRequests.RequestStatus;

/** Requests in several states, and two filed organizations. */
final class HelpFixture {

    static final String ORGANIZATION = "organization-1";
    static final String OTHER_ORGANIZATION = "organization-2";
    static final String REQUESTER = "requester-1";
    static final String ERASED_REQUESTER = "requester-2";
    static final List<String> PATH = List.of("330109106", "330109106001");

    /** Sequence number of the latest known event of every request. */
    static final long REQUEST_SEQ = 7;

    /** Sequence number of the event that ended the help of the request {@code reopened}. */
    static final long END_SEQ = 5;

    private static final Map<String, RequestStatus> REQUESTS = Map.of(
            "open", new RequestStatus(true, RequestKind.HELP, PATH, REQUESTER, null),
            "reopened",
                    new RequestStatus(
                            true,
                            RequestKind.HELP,
                            PATH,
                            REQUESTER,
                            new EndedHelp(ORGANIZATION, END_SEQ, "reopened-5", "correlation-1")),
            "unrouted", new RequestStatus(true, RequestKind.HELP, List.of(), null, null),
            "closed", new RequestStatus(false, RequestKind.HELP, PATH, REQUESTER, null),
            "complaint", new RequestStatus(true, RequestKind.COMPLAINT, PATH, REQUESTER, null),
            "unclassified", new RequestStatus(true, null, PATH, REQUESTER, null));

    static final HelpAggregateType AGGREGATE_TYPE = new HelpAggregateType(() -> new HelpDecisionFacts(
            id -> Optional.ofNullable(REQUESTS.get(id)).map(status -> new KnownRequest(status, REQUEST_SEQ)),
            Set.of(ORGANIZATION, OTHER_ORGANIZATION)::contains,
            ERASED_REQUESTER::equals));

    private HelpFixture() {}

    /** Returns a scenario for the help with a request that is not claimed yet. */
    static AggregateTestScenario<Help, HelpEvent, HelpDecisionFacts> helpFor(String request) {
        return AggregateTestScenario.of(AGGREGATE_TYPE).withId(request);
    }
}
