package org.yiqiao.contracts;

/** An event of grid management: about the territory, the grid posts or the matters found on patrol. */
@PublishedBy(PlatformService.GRID_MANAGEMENT)
public sealed interface GridEvent extends DomainEvent permits TerritoryEvent, GridPostEvent, MatterEvent {}
