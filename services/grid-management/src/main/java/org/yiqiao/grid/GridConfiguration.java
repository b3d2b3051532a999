package org.yiqiao.grid;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yiqiao.contracts.GridPostEvent;
import org.yiqiao.contracts.MatterEvent;
import org.yiqiao.contracts.TerritoryEvent;
import org.yiqiao.core.aggregate.CommandHandler;
import org.yiqiao.grid.matters.Matter;
import org.yiqiao.grid.matters.Matters;
import org.yiqiao.grid.posts.GridPost;
import org.yiqiao.grid.posts.GridPosts;
import org.yiqiao.grid.territory.OwnTerritory;
import org.yiqiao.grid.territory.Territories;
import org.yiqiao.grid.territory.Territory;
import org.yiqiao.support.spine.Spine;
import org.yiqiao.support.territory.TerritoryMap;
import org.yiqiao.support.web.LargeBody;
import org.yiqiao.support.web.Resource;

/** The aggregates of grid management. */
@Configuration
class GridConfiguration {

    @Bean
    OwnTerritory ownTerritory(Spine spine) {
        return new OwnTerritory(spine.store());
    }

    @Bean
    CommandHandler<Territory, TerritoryEvent, TerritoryMap> territories(Spine spine, OwnTerritory territory) {
        return spine.handler(new Territories(territory::map));
    }

    @Bean
    LargeBody territoryFiles() {
        return new LargeBody("/api/territory/import", 6L << 20);
    }

    @Bean
    Resource<GridPost, GridPostEvent, TerritoryMap> posts(Spine spine, OwnTerritory territory) {
        return new Resource<>("/api/grids", spine.handler(new GridPosts(territory::map)));
    }

    @Bean
    Resource<Matter, MatterEvent, TerritoryMap> matters(Spine spine, OwnTerritory territory) {
        return new Resource<>("/api/matters", spine.handler(new Matters(territory::map)));
    }
}
