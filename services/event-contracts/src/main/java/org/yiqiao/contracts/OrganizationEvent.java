package org.yiqiao.contracts;

/** An event of social organizations: about an organization, or about its help with a request. */
@PublishedBy(PlatformService.SOCIAL_ORGANIZATIONS)
public sealed interface OrganizationEvent extends DomainEvent permits SocialOrganizationEvent, HelpEvent {}
