package org.yiqiao.organization.organizations;

import java.time.Instant;
import java.util.List;
import org.yiqiao.contracts.OrganizationType;

/**
 * A social organization.
 *
 * @param name name of the organization
 * @param type type of the organization
 * @param path codes of its township and community
 * @param filedAt time of the filing
 */
public record SocialOrganization(String name, OrganizationType type, List<String> path, Instant filedAt) {}
