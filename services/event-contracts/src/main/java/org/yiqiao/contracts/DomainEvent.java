package org.yiqiao.contracts;

/** An event: a fact about the past, named in the past tense. A published event never changes. */
public sealed interface DomainEvent permits GridEvent, RequestEvent, OrganizationEvent {}
