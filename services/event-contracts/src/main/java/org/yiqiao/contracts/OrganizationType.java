package org.yiqiao.contracts;

/** The field of activity of a social organization. */
public enum OrganizationType {
    HUB,
    SERVICE,
    CULTURE_AND_SPORT,
    GOVERNANCE
}
