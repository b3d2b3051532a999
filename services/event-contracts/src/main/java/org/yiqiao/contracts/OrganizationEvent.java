package org.yiqiao.contracts;

/** What social organizations tells: people who help. */
@PublishedBy(PlatformService.SOCIAL_ORGANIZATIONS)
public sealed interface OrganizationEvent extends DomainEvent permits SocialOrganizationEvent, HelpEvent {}
