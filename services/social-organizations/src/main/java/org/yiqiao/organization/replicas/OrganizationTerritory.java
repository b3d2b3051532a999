package org.yiqiao.organization.replicas;

import org.springframework.stereotype.Component;
import org.yiqiao.core.feed.Feeds;
import org.yiqiao.support.territory.TerritoryReplica;

/** The territory as this service knows it. */
@Component
public class OrganizationTerritory extends TerritoryReplica {

    OrganizationTerritory(Feeds feeds) {
        super(feeds);
    }
}
