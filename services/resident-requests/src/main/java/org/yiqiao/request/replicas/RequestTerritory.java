package org.yiqiao.request.replicas;

import org.springframework.stereotype.Component;
import org.yiqiao.core.processing.EventProcessorFactory;
import org.yiqiao.support.territory.TerritoryReplica;

/** The replica of the territory in this service; available while grid management is down. */
@Component
public class RequestTerritory extends TerritoryReplica {

    RequestTerritory(EventProcessorFactory processorFactory) {
        super(processorFactory);
    }
}
