package org.yiqiao.contracts;

import java.util.List;

/** A matter: something that grid staff found on patrol, before anybody complained. */
public sealed interface MatterEvent extends GridEvent {

    /**
     * @param service what it is about, such as "Street Light Out"
     * @param path codes from the township down to where it was found
     * @param reporter pseudonymous id of the member of staff
     */
    record MatterReported(String service, String description, Point point, List<String> path, String reporter)
            implements MatterEvent {}
}
