package org.yiqiao.organization.help;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yiqiao.contracts.HelpEvent;
import org.yiqiao.contracts.RequestKind;
import org.yiqiao.core.test.Scenario;
import org.yiqiao.organization.replicas.KnownRequests.KnownRequest;

/** A few requests, and two organizations that are filed. */
final class TestNeeds {

    static final String OWLS = "organization-1";
    static final String LARKS = "organization-2";
    static final List<String> PATH = List.of("330109106", "330109106001");

    private static final Map<String, KnownRequest> REQUESTS = Map.of(
            "open", new KnownRequest(true, RequestKind.HELP, PATH),
            "unrouted", new KnownRequest(true, RequestKind.HELP, List.of()),
            "closed", new KnownRequest(false, RequestKind.HELP, PATH),
            "complaint", new KnownRequest(true, RequestKind.COMPLAINT, PATH),
            "unclassified", new KnownRequest(true, null, PATH));

    static final Helps HELPS =
            new Helps(() -> new OpenNeeds(id -> Optional.ofNullable(REQUESTS.get(id)), Set.of(OWLS, LARKS)::contains));

    private TestNeeds() {}

    /** The help for a request, which nobody has claimed yet. */
    static Scenario<Help, HelpEvent, OpenNeeds> helpFor(String request) {
        return Scenario.of(HELPS).withId(request);
    }
}
