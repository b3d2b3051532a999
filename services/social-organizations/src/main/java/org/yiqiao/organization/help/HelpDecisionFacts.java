package org.yiqiao.organization.help;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.yiqiao.organization.replicas.KnownRequest;

/**
 * The facts that the commands of help need.
 *
 * @param requestById returns a request, as this service knows it, for its id
 * @param isFiledOrganization tests whether an organization with this id is filed
 * @param isErasedPerson tests whether the person with this pseudonymous id was erased
 */
public record HelpDecisionFacts(
        Function<String, Optional<KnownRequest>> requestById,
        Predicate<String> isFiledOrganization,
        Predicate<String> isErasedPerson) {}
