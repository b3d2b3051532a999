package org.yiqiao.contracts;

import java.util.List;

/** An event of the territory of one township. The aggregate id is the code of the township. */
public sealed interface TerritoryEvent extends GridEvent {

    /**
     * Places were added or changed, all in one event, so that a replica never contains part of a territory.
     *
     * @param places the new or changed places, each after its parent; the code of a place never changes
     */
    record TerritoryImported(String township, List<Place> places) implements TerritoryEvent {}
}
