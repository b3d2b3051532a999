package org.yiqiao.contracts;

import java.util.Locale;
import java.util.Optional;

/** What a person, or a program, is in the governance of a township; what each role may do is in the table of the policy. */
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
    /** Reads; changes nothing. */
    TOWN_LEADER,
    /** Reads all; changes nothing. */
    AUDITOR,
    ADMINISTRATOR;

    /** The role's name in tokens, tables and answers: {@code grid-chief}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Role> parse(String word) {
        for (Role role : values()) {
            if (role.wireName().equals(word)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }
}
