package org.yiqiao.organization;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yiqiao.contracts.HelpEvent;
import org.yiqiao.contracts.SocialOrganizationEvent;
import org.yiqiao.core.aggregate.CommandHandler;
import org.yiqiao.organization.help.Help;
import org.yiqiao.organization.help.Helps;
import org.yiqiao.organization.help.OpenNeeds;
import org.yiqiao.organization.organizations.SocialOrganization;
import org.yiqiao.organization.organizations.SocialOrganizationAggregate;
import org.yiqiao.organization.replicas.KnownRequests;
import org.yiqiao.organization.replicas.OrganizationTerritory;
import org.yiqiao.support.spine.Spine;
import org.yiqiao.support.territory.TerritoryMap;
import org.yiqiao.support.web.Resource;

/** The aggregates of social organizations. */
@Configuration
class OrganizationConfiguration {

    @Bean
    CommandHandler<SocialOrganization, SocialOrganizationEvent, TerritoryMap> organizations(
            Spine spine, OrganizationTerritory territory) {
        return spine.handler(new SocialOrganizationAggregate(territory::map));
    }

    @Bean
    Resource<SocialOrganization, SocialOrganizationEvent, TerritoryMap> organizationResource(
            CommandHandler<SocialOrganization, SocialOrganizationEvent, TerritoryMap> organizations) {
        return new Resource<>("/api/organizations", organizations);
    }

    @Bean
    CommandHandler<Help, HelpEvent, OpenNeeds> helps(
            Spine spine,
            CommandHandler<SocialOrganization, SocialOrganizationEvent, TerritoryMap> organizations,
            KnownRequests requests) {
        return spine.handler(new Helps(() -> new OpenNeeds(
                requests::of, organization -> organizations.find(organization).isPresent())));
    }

    @Bean
    Resource<Help, HelpEvent, OpenNeeds> claims(CommandHandler<Help, HelpEvent, OpenNeeds> helps) {
        return new Resource<>("/api/claims", helps);
    }
}
