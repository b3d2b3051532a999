package org.yiqiao.contracts;

/** What an organization does. */
public enum OrganizationType {
    HUB,
    SERVICE,
    CULTURE_AND_SPORT,
    GOVERNANCE
}
