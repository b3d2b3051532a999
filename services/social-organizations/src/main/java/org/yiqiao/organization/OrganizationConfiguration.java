package org.yiqiao.organization;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yiqiao.binding.runtime.CommandHandlerFactory;
import org.yiqiao.contracts.HelpEvent;
import org.yiqiao.contracts.SocialOrganizationEvent;
import org.yiqiao.core.aggregate.CommandHandler;
import org.yiqiao.edge.web.AggregateResource;
import org.yiqiao.organization.help.Help;
import org.yiqiao.organization.help.HelpAggregateType;
import org.yiqiao.organization.help.HelpFacts;
import org.yiqiao.organization.organizations.SocialOrganization;
import org.yiqiao.organization.organizations.SocialOrganizationAggregateType;
import org.yiqiao.organization.replicas.KnownRequests;
import org.yiqiao.organization.replicas.OrganizationTerritory;
import org.yiqiao.support.territory.TerritoryMap;

/** Configures the aggregates of social organizations. */
@Configuration
class OrganizationConfiguration {

    @Bean
    CommandHandler<SocialOrganization, SocialOrganizationEvent, TerritoryMap> organizations(
            CommandHandlerFactory handlerFactory, OrganizationTerritory territory) {
        return handlerFactory.create(new SocialOrganizationAggregateType(territory::map));
    }

    @Bean
    AggregateResource<SocialOrganization, SocialOrganizationEvent, TerritoryMap> organizationResource(
            CommandHandler<SocialOrganization, SocialOrganizationEvent, TerritoryMap> organizations) {
        return new AggregateResource<>("/api/organizations", organizations);
    }

    @Bean
    CommandHandler<Help, HelpEvent, HelpFacts> helps(
            CommandHandlerFactory handlerFactory,
            CommandHandler<SocialOrganization, SocialOrganizationEvent, TerritoryMap> organizations,
            KnownRequests requests) {
        return handlerFactory.create(new HelpAggregateType(() -> new HelpFacts(
                requests::find, organization -> organizations.find(organization).isPresent())));
    }

    @Bean
    AggregateResource<Help, HelpEvent, HelpFacts> claimResource(CommandHandler<Help, HelpEvent, HelpFacts> helps) {
        return new AggregateResource<>("/api/claims", helps);
    }
}
