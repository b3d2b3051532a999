package org.yiqiao.contracts;

import java.util.Locale;
import java.util.Optional;

/**
 * The role of a person or a program in the governance of a township. The table of the policy defines the permissions of
 * each role.
 */
public enum Role {
    RESIDENT,
    VOLUNTEER,
    STAIRWELL_STEWARD,
    MICRO_GRID_CHIEF,
    GRID_MEMBER,
    GRID_CHIEF,
    COMMUNITY_WORKER,
    COMMUNITY_SECRETARY,
    DEPARTMENT_HANDLER,
    PROPERTY_MANAGER,
    OWNERS_COMMITTEE,
    ORGANIZATION_LEAD,
    TOWN_OPERATOR,
    /** Reads and changes nothing. */
    TOWN_LEADER,
    /** Reads everything and changes nothing. */
    AUDITOR,
    ADMINISTRATOR;

    /** Returns the name of the role in tokens, tables and API responses, such as {@code grid-chief}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Role> parse(String wireName) {
        for (Role role : values()) {
            if (role.wireName().equals(wireName)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }
}
