package org.yiqiao.contracts;

/** What grid management tells: places, and who answers for them. */
@PublishedBy(PlatformService.GRID_MANAGEMENT)
public sealed interface GridEvent extends DomainEvent permits TerritoryEvent, GridPostEvent, MatterEvent {}
