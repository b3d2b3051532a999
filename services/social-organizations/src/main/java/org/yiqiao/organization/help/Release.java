package org.yiqiao.organization.help;

import java.time.Instant;

/**
 * The end of an organization's help by the closing of the request.
 *
 * @param at time of the end
 * @param organization id of the organization that helped, or that claimed the request too late
 */
public record Release(Instant at, String organization) {}
