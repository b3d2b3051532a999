package org.yiqiao.organization.help;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.yiqiao.organization.replicas.KnownRequests.RequestStatus;

/**
 * What the rules of help need to know.
 *
 * @param requestById a request by its id
 * @param isFiledOrganization whether an organization of this id is filed
 */
public record HelpFacts(Function<String, Optional<RequestStatus>> requestById, Predicate<String> isFiledOrganization) {}
