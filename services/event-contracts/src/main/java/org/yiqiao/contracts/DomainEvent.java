package org.yiqiao.contracts;

/** Something that happened, in the past tense and for good. */
public sealed interface DomainEvent permits GridEvent, RequestEvent, OrganizationEvent {}
