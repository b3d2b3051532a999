package org.yiqiao.organization.help;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The help for one request.
 *
 * @param organization id of the organization that helps, null while none does
 * @param path codes of the request's place, from the township down
 */
public record Help(String request, @Nullable String organization, List<String> path) {}
