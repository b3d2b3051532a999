package org.yiqiao.request;

import java.util.Set;
import org.yiqiao.core.aggregate.AggregateType;
import org.yiqiao.core.aggregate.Jurisdiction;
import org.yiqiao.support.privacy.PersonalDataMask;
import org.yiqiao.support.privacy.RequestedServiceNameValidator;
import org.yiqiao.support.territory.NullIsland;
import org.yiqiao.support.territory.TerritoryMap;
import org.yiqiao.testkit.architecture.ServiceArchitectureContract;

class ArchitectureTest extends ServiceArchitectureContract {

    ArchitectureTest() {
        super(
                "org.yiqiao.request",
                Set.of("cases", "persons"),
                Set.of(),
                Set.of(),
                AggregateType.class,
                Jurisdiction.class,
                TerritoryMap.class,
                NullIsland.class,
                PersonalDataMask.class,
                RequestedServiceNameValidator.class);
    }
}
