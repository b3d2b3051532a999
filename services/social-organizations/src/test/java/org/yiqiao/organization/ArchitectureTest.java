package org.yiqiao.organization;

import java.util.Set;
import org.yiqiao.core.aggregate.AggregateType;
import org.yiqiao.core.aggregate.Jurisdiction;
import org.yiqiao.organization.replicas.EndedHelp;
import org.yiqiao.organization.replicas.KnownRequest;
import org.yiqiao.organization.replicas.KnownRequests.RequestStatus;
import org.yiqiao.support.privacy.PersonalDataMask;
import org.yiqiao.support.territory.TerritoryMap;
import org.yiqiao.testkit.architecture.ServiceArchitectureContract;

class ArchitectureTest extends ServiceArchitectureContract {

    ArchitectureTest() {
        super(
                "org.yiqiao.organization",
                Set.of("help", "organizations"),
                Set.of("HelpClaimController"),
                Set.of(),
                AggregateType.class,
                Jurisdiction.class,
                TerritoryMap.class,
                RequestStatus.class,
                KnownRequest.class,
                EndedHelp.class,
                PersonalDataMask.class);
    }
}
