package org.yiqiao.bench.subject;

import java.util.List;
import java.util.stream.IntStream;
import org.yiqiao.testkit.Tokens;

/** Who asks yiqiao's services: their tokens are made before anything is measured. */
final class People {

    private static final int RESIDENTS = 200;

    private static final String OPERATOR = bearer("operator-1", "town-operator@*");
    private static final List<String> ALL = IntStream.range(0, RESIDENTS)
            .mapToObj(n -> bearer("resident-" + n, "resident@" + Town.CODE))
            .toList();

    private People() {}

    /** Makes a service take their tokens. */
    static String setting() {
        return Tokens.shared().setting();
    }

    /** The authorization of who operates all towns. */
    static String operator() {
        return OPERATOR;
    }

    /** The authorization of whoever the n-th request is from. */
    static String resident(int n) {
        return ALL.get(Math.floorMod(n, RESIDENTS));
    }

    private static String bearer(String person, String post) {
        return "Bearer " + Tokens.shared().of(person, post);
    }
}
