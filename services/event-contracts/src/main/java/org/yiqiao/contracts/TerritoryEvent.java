package org.yiqiao.contracts;

import java.util.List;

/** The territory of one township; its aggregate id is the township's code. */
public sealed interface TerritoryEvent extends GridEvent {

    /**
     * Places were added or changed, all at once: whoever keeps a replica never sees half a territory.
     *
     * @param places the new or changed places, each after its parent; a place keeps its code for good
     */
    record TerritoryImported(String township, List<Place> places) implements TerritoryEvent {}
}
