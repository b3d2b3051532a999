package org.yiqiao.request;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yiqiao.contracts.CaseEvent;
import org.yiqiao.contracts.PersonEvent;
import org.yiqiao.core.aggregate.CommandHandler;
import org.yiqiao.request.cases.Case;
import org.yiqiao.request.cases.Cases;
import org.yiqiao.request.cases.Neighbourhood;
import org.yiqiao.request.persons.Person;
import org.yiqiao.request.persons.Persons;
import org.yiqiao.request.replicas.GridChiefs;
import org.yiqiao.request.replicas.RequestTerritory;
import org.yiqiao.support.keys.KeyedApi;
import org.yiqiao.support.spine.Spine;
import org.yiqiao.support.web.LargeBody;
import org.yiqiao.support.web.Resource;

/** The aggregates of resident requests. */
@Configuration
class RequestConfiguration {

    private static final String PATH = "/api/requests";
    private static final long LARGEST_IMPORT = 2L << 30;

    @Bean
    CommandHandler<Case, CaseEvent, Neighbourhood> cases(Spine spine, RequestTerritory territory, GridChiefs chiefs) {
        CommandHandler<Case, CaseEvent, Neighbourhood> cases =
                spine.handler(new Cases(() -> new Neighbourhood(territory.map(), chiefs::of)));
        spine.store().index(cases.aggregate(), "state.whereabouts.unrouted");
        return cases;
    }

    @Bean
    CommandHandler<Person, PersonEvent, Persons.NoFacts> persons(Spine spine) {
        CommandHandler<Person, PersonEvent, Persons.NoFacts> persons = spine.handler(new Persons());
        spine.store().index(persons.aggregate(), "state.erasedAt");
        return persons;
    }

    @Bean
    Resource<Case, CaseEvent, Neighbourhood> requests(CommandHandler<Case, CaseEvent, Neighbourhood> cases) {
        return new Resource<>(PATH, cases);
    }

    @Bean
    KeyedApi keyedRequests(RequestTerritory territory) {
        return new KeyedApi(PATH, scope -> territory.map().path(scope));
    }

    @Bean
    LargeBody requestFiles() {
        return new LargeBody(PATH + "/import", LARGEST_IMPORT);
    }
}
