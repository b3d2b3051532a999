package org.yiqiao.contracts;

/** An event of resident requests: about the case of a request, or about the erasure of a person. */
@PublishedBy(PlatformService.RESIDENT_REQUESTS)
public sealed interface RequestEvent extends DomainEvent permits CaseEvent, PersonEvent {}
