package org.yiqiao.request;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yiqiao.binding.runtime.CommandHandlerFactory;
import org.yiqiao.contracts.CaseEvent;
import org.yiqiao.contracts.PersonEvent;
import org.yiqiao.core.aggregate.CommandHandler;
import org.yiqiao.edge.web.AggregateResource;
import org.yiqiao.edge.web.BodySizeLimit;
import org.yiqiao.request.cases.Case;
import org.yiqiao.request.cases.CaseAggregateType;
import org.yiqiao.request.cases.CaseFacts;
import org.yiqiao.request.persons.Person;
import org.yiqiao.request.persons.PersonAggregateType;
import org.yiqiao.request.replicas.GridChiefs;
import org.yiqiao.request.replicas.RequestTerritory;
import org.yiqiao.support.apikeys.ApiKeyEndpoints;

/** Configures the aggregates of resident requests. */
@Configuration
class RequestConfiguration {

    private static final String PATH = "/api/requests";
    private static final long MAX_IMPORT_BYTES = 2L << 30;

    @Bean
    CommandHandler<Case, CaseEvent, CaseFacts> cases(
            CommandHandlerFactory handlerFactory, RequestTerritory territory, GridChiefs chiefs) {
        CommandHandler<Case, CaseEvent, CaseFacts> cases =
                handlerFactory.create(new CaseAggregateType(() -> new CaseFacts(territory.map(), chiefs::findChief)));
        handlerFactory.store().createIndex(cases.aggregateType(), "state.whereabouts.unrouted");
        return cases;
    }

    @Bean
    CommandHandler<Person, PersonEvent, PersonAggregateType.NoFacts> persons(CommandHandlerFactory handlerFactory) {
        CommandHandler<Person, PersonEvent, PersonAggregateType.NoFacts> persons =
                handlerFactory.create(new PersonAggregateType());
        handlerFactory.store().createIndex(persons.aggregateType(), "state.erasedAt");
        return persons;
    }

    @Bean
    AggregateResource<Case, CaseEvent, CaseFacts> requestResource(CommandHandler<Case, CaseEvent, CaseFacts> cases) {
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
