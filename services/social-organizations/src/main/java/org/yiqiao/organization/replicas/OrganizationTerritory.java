package org.yiqiao.organization.replicas;

import org.springframework.stereotype.Component;
import org.yiqiao.core.processing.EventProcessorFactory;
import org.yiqiao.support.territory.TerritoryReplica;

/** The replica of the territory in this service. */
@Component
public class OrganizationTerritory extends TerritoryReplica {

    OrganizationTerritory(EventProcessorFactory processorFactory) {
        super(processorFactory);
    }
}
