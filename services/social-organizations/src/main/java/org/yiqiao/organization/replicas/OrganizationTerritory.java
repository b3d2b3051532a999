package org.yiqiao.organization.replicas;

import org.springframework.stereotype.Component;
import org.yiqiao.core.processing.EventProcessorFactory;
import org.yiqiao.support.territory.TerritoryReplica;

/** The territory as this service knows it. */
@Component
public class OrganizationTerritory extends TerritoryReplica {

    OrganizationTerritory(EventProcessorFactory feeds) {
        super(feeds);
    }
}
