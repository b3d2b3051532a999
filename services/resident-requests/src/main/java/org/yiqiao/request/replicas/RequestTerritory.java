package org.yiqiao.request.replicas;

import org.springframework.stereotype.Component;
import org.yiqiao.core.processing.EventProcessorFactory;
import org.yiqiao.support.territory.TerritoryReplica;

/** The territory as this service knows it, also while grid management is down. */
@Component
public class RequestTerritory extends TerritoryReplica {

    RequestTerritory(EventProcessorFactory feeds) {
        super(feeds);
    }
}
