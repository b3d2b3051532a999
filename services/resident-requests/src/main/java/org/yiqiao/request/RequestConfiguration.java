package org.yiqiao.request;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yiqiao.binding.runtime.AggregateCommandHandlerFactory;
import org.yiqiao.contracts.CaseEvent;
import org.yiqiao.contracts.PersonEvent;
import org.yiqiao.core.aggregate.AggregateCommandHandler;
import org.yiqiao.edge.web.AggregateResource;
import org.yiqiao.edge.web.BodySizeLimit;
import org.yiqiao.request.cases.Case;
import org.yiqiao.request.cases.CaseAggregateType;
import org.yiqiao.request.cases.CaseDecisionFacts;
import org.yiqiao.request.cases.CasePolicy;
import org.yiqiao.request.cases.RoutingPolicy;
import org.yiqiao.request.persons.Person;
import org.yiqiao.request.persons.PersonAggregateType;
import org.yiqiao.request.replicas.GridChiefs;
import org.yiqiao.request.replicas.RequestTerritory;
import org.yiqiao.support.apikeys.ApiKeyEndpoints;

/** Configures the aggregates of resident requests. */
@Configuration
@EnableConfigurationProperties({CaseProperties.class, RoutingProperties.class})
class RequestConfiguration {

    private static final String PATH = "/api/requests";
    private static final long MAX_IMPORT_BYTES = 2L << 30;

    @Bean
    AggregateCommandHandler<Case, CaseEvent, CaseDecisionFacts> cases(
            AggregateCommandHandlerFactory handlerFactory,
            RequestTerritory territory,
            GridChiefs chiefs,
            CaseProperties caseProperties,
            RoutingProperties routingProperties) {
        CasePolicy policy = caseProperties.toPolicy();
        RoutingPolicy routing = routingProperties.policy();
        AggregateCommandHandler<Case, CaseEvent, CaseDecisionFacts> cases = handlerFactory.create(new CaseAggregateType(
                () -> new CaseDecisionFacts(territory.map(), chiefs::findChief, routing, policy)));
        handlerFactory.store().createIndex(cases.aggregateType(), "state.whereabouts.followsTerritory");
        handlerFactory.store().createIndex(cases.aggregateType(), "state.whereabouts.unrouted");
        handlerFactory.store().createIndex(cases.aggregateType(), "state.handling.grid");
        return cases;
    }

    @Bean
    AggregateCommandHandler<Person, PersonEvent, PersonAggregateType.NoFacts> persons(
            AggregateCommandHandlerFactory handlerFactory) {
        AggregateCommandHandler<Person, PersonEvent, PersonAggregateType.NoFacts> persons =
                handlerFactory.create(new PersonAggregateType());
        handlerFactory.store().createIndex(persons.aggregateType(), "state.erasedAt");
        return persons;
    }

    @Bean
    AggregateResource<Case, CaseEvent, CaseDecisionFacts> requestResource(
            AggregateCommandHandler<Case, CaseEvent, CaseDecisionFacts> cases) {
        return new AggregateResource<>(PATH, cases);
    }

    @Bean
    ApiKeyEndpoints requestApiKeyEndpoints(RequestTerritory territory) {
        return new ApiKeyEndpoints(PATH, scope -> territory.map().path(scope));
    }

    @Bean
    BodySizeLimit importBodySizeLimit() {
        return new BodySizeLimit(PATH + "/import", MAX_IMPORT_BYTES);
    }
}
