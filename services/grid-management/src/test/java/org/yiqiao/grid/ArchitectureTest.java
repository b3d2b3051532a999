package org.yiqiao.grid;

import java.util.Set;
import org.yiqiao.core.aggregate.AggregateType;
import org.yiqiao.core.aggregate.Jurisdiction;
import org.yiqiao.support.privacy.ContactDataDetector;
import org.yiqiao.support.privacy.PersonalDataMask;
import org.yiqiao.support.privacy.RequestedServiceNameValidator;
import org.yiqiao.support.territory.GeometryConverter;
import org.yiqiao.support.territory.GroundMeasure;
import org.yiqiao.support.territory.PolygonOverlay;
import org.yiqiao.support.territory.TerritoryMap;
import org.yiqiao.testkit.architecture.ServiceArchitectureContract;

class ArchitectureTest extends ServiceArchitectureContract {

    ArchitectureTest() {
        super(
                "org.yiqiao.grid",
                Set.of("territory", "posts", "matters"),
                Set.of("TerritoryController", "TownshipOfFile", "TerritoryMapCache"),
                Set.of("org.locationtech.jts.."),
                AggregateType.class,
                Jurisdiction.class,
                TerritoryMap.class,
                GeometryConverter.class,
                GroundMeasure.class,
                PolygonOverlay.class,
                PersonalDataMask.class,
                ContactDataDetector.class,
                RequestedServiceNameValidator.class);
    }
}
