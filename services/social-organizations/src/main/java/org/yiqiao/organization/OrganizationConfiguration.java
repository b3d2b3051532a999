package org.yiqiao.organization;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yiqiao.binding.runtime.AggregateCommandHandlerFactory;
import org.yiqiao.contracts.HelpEvent;
import org.yiqiao.contracts.SocialOrganizationEvent;
import org.yiqiao.core.aggregate.AggregateCommandHandler;
import org.yiqiao.edge.web.AggregateResource;
import org.yiqiao.organization.help.Help;
import org.yiqiao.organization.help.HelpAggregateType;
import org.yiqiao.organization.help.HelpDecisionFacts;
import org.yiqiao.organization.organizations.SocialOrganization;
import org.yiqiao.organization.organizations.SocialOrganizationAggregateType;
import org.yiqiao.organization.replicas.ErasedPersons;
import org.yiqiao.organization.replicas.KnownRequests;
import org.yiqiao.organization.replicas.OrganizationTerritory;
import org.yiqiao.support.territory.TerritoryMap;

/** Configures the aggregates of social organizations. */
@Configuration
class OrganizationConfiguration {

    @Bean
    AggregateCommandHandler<SocialOrganization, SocialOrganizationEvent, TerritoryMap> organizations(
            AggregateCommandHandlerFactory handlerFactory, OrganizationTerritory territory) {
        return handlerFactory.create(new SocialOrganizationAggregateType(territory::map));
    }

    @Bean
    AggregateResource<SocialOrganization, SocialOrganizationEvent, TerritoryMap> organizationResource(
            AggregateCommandHandler<SocialOrganization, SocialOrganizationEvent, TerritoryMap> organizations) {
        return new AggregateResource<>("/api/organizations", organizations);
    }

    @Bean
    AggregateCommandHandler<Help, HelpEvent, HelpDecisionFacts> helps(
            AggregateCommandHandlerFactory handlerFactory,
            AggregateCommandHandler<SocialOrganization, SocialOrganizationEvent, TerritoryMap> organizations,
            KnownRequests requests,
            ErasedPersons erasedPersons) {
        return handlerFactory.create(new HelpAggregateType(() -> new HelpDecisionFacts(
                requests::find,
                organization -> organizations.find(organization).isPresent(),
                erasedPersons::isErased)));
    }

    @Bean
    AggregateResource<Help, HelpEvent, HelpDecisionFacts> claimResource(
            AggregateCommandHandler<Help, HelpEvent, HelpDecisionFacts> helps) {
        return new AggregateResource<>("/api/claims", helps);
    }
}
