package org.yiqiao.organization.help;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.yiqiao.organization.replicas.KnownRequests.KnownRequest;

/**
 * What the rules of help need to know.
 *
 * @param request a request by its id
 * @param isFiled whether an organization of this id is filed
 */
public record OpenNeeds(Function<String, Optional<KnownRequest>> request, Predicate<String> isFiled) {}
