package org.yiqiao.edge.web;

import java.util.Collection;
import java.util.List;
import org.yiqiao.core.decider.Rejection;

/** Rejects a query parameter that an endpoint does not take, and suggests the one that was most likely meant. */
public final class UnknownParameterCheck {

    private static final int MAX_NAME_SHOWN = 100;

    private UnknownParameterCheck() {}

    /** @throws RejectedException if a given parameter is not one of the known ones */
    public static void requireKnown(Collection<String> given, Collection<String> known) {
        given.stream()
                .filter(name -> !known.contains(name))
                .sorted()
                .findFirst()
                .ifPresent(unknown -> {
                    throw new RejectedException(
                            rejection(unknown, known.stream().sorted().toList()));
                });
    }

    private static Rejection rejection(String unknown, List<String> known) {
        Rejection rejection = Rejection.malformed("parameter.unknown")
                .withDetail("parameter", unknown.substring(0, Math.min(unknown.length(), MAX_NAME_SHOWN)));
        Rejection withNearest = NearestName.find(unknown, known)
                .map(nearest -> rejection.withDetail("nearest", nearest))
                .orElse(rejection);
        return known.isEmpty() ? withNearest : withNearest.withDetail("allowed", known);
    }
}
