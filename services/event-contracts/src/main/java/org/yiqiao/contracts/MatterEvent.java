package org.yiqiao.contracts;

import java.util.List;

/** An event of a matter: a problem that grid staff found on patrol, before a resident complained. */
public sealed interface MatterEvent extends GridEvent {

    /**
     * @param service category of the matter, such as "Street Light Out"
     * @param path codes of the places that contain the point, from the township down
     * @param reporter pseudonymous id of the staff member
     */
    record MatterReported(String service, String description, Point point, List<String> path, String reporter)
            implements MatterEvent {}
}
