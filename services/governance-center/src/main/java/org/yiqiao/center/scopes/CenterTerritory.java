package org.yiqiao.center.scopes;

import org.springframework.stereotype.Component;
import org.yiqiao.core.feed.Feeds;
import org.yiqiao.support.territory.TerritoryReplica;

/** The territory as the center knows it. */
@Component
public class CenterTerritory extends TerritoryReplica {

    CenterTerritory(Feeds feeds) {
        super(feeds);
    }
}
