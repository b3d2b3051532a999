package org.yiqiao.contracts;

/** What resident requests tells: needs, and what became of them. */
@PublishedBy(Service.RESIDENT_REQUESTS)
public sealed interface RequestEvent extends DomainEvent permits CaseEvent {}
