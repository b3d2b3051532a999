package org.yiqiao.request.cases;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yiqiao.contracts.Place;
import org.yiqiao.support.territory.TerritoryMap;

/** Determines the township of a request without coordinates. */
public final class HomeTownship {

    private static final int TOWNSHIP_LENGTH = 9;
    private static final Pattern PLACE_CODE = Pattern.compile("\\d{" + TOWNSHIP_LENGTH + ",17}");

    private HomeTownship() {}

    /**
     * Returns the code of the township of the caller's posts. With posts in several townships, it is the lowest code. A
     * place that is not imported yet belongs to the township that starts its code. Without a post in a place, the
     * request belongs to the only township, or else to none.
     *
     * @param home scopes of the posts from which the request came
     */
    public static Optional<String> find(List<String> home, TerritoryMap territory) {
        return home.stream()
                .flatMap(scope -> townshipOf(scope, territory))
                .sorted()
                .findFirst()
                .or(() -> territory.onlyTownship().map(Place::code));
    }

    private static Stream<String> townshipOf(String scope, TerritoryMap territory) {
        List<String> path = territory.path(scope);
        if (!path.isEmpty()) {
            return Stream.of(path.getFirst());
        }
        return PLACE_CODE.matcher(scope).matches() ? Stream.of(scope.substring(0, TOWNSHIP_LENGTH)) : Stream.empty();
    }
}
