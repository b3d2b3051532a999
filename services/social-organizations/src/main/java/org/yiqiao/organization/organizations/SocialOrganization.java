package org.yiqiao.organization.organizations;

import java.time.Instant;
import java.util.List;
import org.yiqiao.contracts.OrganizationType;

/**
 * A social organization.
 *
 * @param path codes of its township and community
 */
public record SocialOrganization(String name, OrganizationType type, List<String> path, Instant filedAt) {}
