package org.yiqiao.grid;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yiqiao.binding.runtime.AggregateCommandHandlerFactory;
import org.yiqiao.contracts.GridPostEvent;
import org.yiqiao.contracts.MatterEvent;
import org.yiqiao.contracts.TerritoryEvent;
import org.yiqiao.core.aggregate.AggregateCommandHandler;
import org.yiqiao.edge.web.AggregateResource;
import org.yiqiao.edge.web.BodySizeLimit;
import org.yiqiao.grid.matters.Matter;
import org.yiqiao.grid.matters.MatterAggregateType;
import org.yiqiao.grid.posts.GridPost;
import org.yiqiao.grid.posts.GridPostAggregateType;
import org.yiqiao.grid.territory.Territory;
import org.yiqiao.grid.territory.TerritoryAggregateType;
import org.yiqiao.grid.territory.TerritoryMapCache;
import org.yiqiao.support.territory.TerritoryMap;

/** Configures the aggregates of grid management. */
@Configuration
class GridConfiguration {

    @Bean
    TerritoryMapCache territoryMapCache(AggregateCommandHandlerFactory handlerFactory) {
        return new TerritoryMapCache(handlerFactory.store());
    }

    @Bean
    AggregateCommandHandler<Territory, TerritoryEvent, TerritoryMap> territories(
            AggregateCommandHandlerFactory handlerFactory, TerritoryMapCache territory) {
        return handlerFactory.create(new TerritoryAggregateType(territory::map));
    }

    @Bean
    BodySizeLimit importBodySizeLimit() {
        return new BodySizeLimit("/api/territory/import", 6L << 20);
    }

    @Bean
    AggregateResource<GridPost, GridPostEvent, TerritoryMap> gridPostResource(
            AggregateCommandHandlerFactory handlerFactory, TerritoryMapCache territory) {
        return new AggregateResource<>(
                "/api/grid-posts",
                List.of("/api/grids"),
                handlerFactory.create(new GridPostAggregateType(territory::map)));
    }

    @Bean
    AggregateResource<Matter, MatterEvent, TerritoryMap> matterResource(
            AggregateCommandHandlerFactory handlerFactory, TerritoryMapCache territory) {
        return new AggregateResource<>("/api/matters", handlerFactory.create(new MatterAggregateType(territory::map)));
    }
}
