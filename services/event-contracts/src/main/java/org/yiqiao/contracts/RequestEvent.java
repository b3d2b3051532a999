package org.yiqiao.contracts;

/** What resident requests tells: needs, what became of them, and who is to be forgotten. */
@PublishedBy(PlatformService.RESIDENT_REQUESTS)
public sealed interface RequestEvent extends DomainEvent permits CaseEvent, PersonEvent {}
